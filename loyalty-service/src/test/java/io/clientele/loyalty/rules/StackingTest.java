package io.clientele.loyalty.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contracts.Money;
import io.clientele.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rules of a programme act together, and on whom. */
class StackingTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final Instant APRIL = Instant.parse("1994-04-05T10:00:00Z");
    private static final UUID VIP = UUID.fromString("01922f0e-4a6e-7d7a-8b8f-4a8f9e110001");
    private static final TierScheme TIERS = new TierScheme(
            "POINTS", null, null, null, null, List.of(new Tier("silver", "Silver", 10), new Tier("gold", "Gold", 20)));

    private static Activity spend(String amount) {
        return new Activity("s-1", "c-1", "card-spend", APRIL, Map.of("amount", amount, "currency", "CZK"));
    }

    private static EarningRule rule(String key, Formula formula, @Nullable String group) {
        return rule(key, formula, null, group, null, null);
    }

    private static EarningRule rule(
            String key,
            Formula formula,
            @Nullable Condition condition,
            @Nullable String group,
            @Nullable Window window,
            @Nullable Map<String, ExpiryPolicy> byTier) {
        return new EarningRule(
                key,
                key,
                "POINTS",
                "card-spend",
                condition,
                formula,
                new ExpiryPolicy.Never(),
                null,
                null,
                byTier,
                window,
                null,
                group);
    }

    private static Terms terms(Stacking.Mode mode, EarningRule... rules) {
        return new Terms(
                "1",
                List.of(new PointsCurrency("POINTS", "Points")),
                List.of(rules),
                null,
                null,
                TIERS,
                null,
                List.of(new Stacking("spend", mode)),
                null,
                null);
    }

    private static List<Long> granted(Terms terms, MemberThen member, String amount) {
        return terms.judge(spend(amount), member, PRAGUE).stream()
                .map(Verdict::granted)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"ALL, 10, 30, 30, 7", "BEST, 0, 30, 0, 7", "FIRST, 10, 0, 0, 7"})
    void lettingAllTheBestOrTheFirstOfAGroupGrant(Stacking.Mode mode, long first, long best, long equal, long alone) {
        Terms terms = terms(
                mode,
                rule("ten", new Formula.Fixed(10), "spend"),
                rule("thirty", new Formula.Fixed(30), "spend"),
                rule("thirty-too", new Formula.Fixed(30), "spend"),
                rule("alone", new Formula.Fixed(7), null));

        assertThat(granted(terms, MemberThen.PLAIN, "100.00")).containsExactly(first, best, equal, alone);
    }

    @Test
    void passingOverWhatDoesNotApplyAndSayingWhatWentBefore() {
        Terms terms = terms(
                Stacking.Mode.FIRST,
                rule("vip", new Formula.Fixed(50), Condition.inSegment(VIP), "spend", null, null),
                rule("second", new Formula.Fixed(5), "spend"),
                rule("third", new Formula.Fixed(9), "spend"));

        List<Verdict> said = terms.judge(spend("100.00"), MemberThen.PLAIN, PRAGUE);

        assertThat(said).extracting(Verdict::granted).containsExactly(0L, 5L, 0L);
        assertThat(said.get(2).reason()).isEqualTo("rule second goes before: FIRST of spend");
        assertThat(said.get(2).wished()).isEqualByComparingTo("9");
    }

    @Test
    void refusingAComparisonOfDifferentCurrencies() {
        EarningRule miles = new EarningRule(
                "miles",
                "Miles",
                "MILES",
                "card-spend",
                null,
                new Formula.Fixed(1),
                new ExpiryPolicy.Never(),
                null,
                null,
                null,
                null,
                null,
                "spend");

        assertThatThrownBy(() -> new Terms(
                        "1",
                        List.of(new PointsCurrency("POINTS", "Points"), new PointsCurrency("MILES", "Miles")),
                        List.of(miles, rule("points", new Formula.Fixed(1), "spend")),
                        null,
                        null,
                        null,
                        null,
                        List.of(new Stacking("spend", Stacking.Mode.BEST)),
                        null,
                        null))
                .isInstanceOf(ProblemException.class)
                .satisfies(refusal -> assertThat(((ProblemException) refusal).errors())
                        .extracting("pointer")
                        .containsExactly("/stacking/0"));
    }

    @ParameterizedTest
    @CsvSource({"100.00, 3, 5", "250.00, 6, 9", "0.00, 0, 0"})
    void addingABonusBesideWhatTheRuleGrants(String amount, long base, long bonus) {
        // 1.55 x 3 = 4.65, 1.55 x 6 = 9.3
        Terms terms = terms(
                Stacking.Mode.ALL,
                rule("bonus", new Formula.Multiplier("base", new BigDecimal("2.55"), null), null),
                rule("base", new Formula.PerAmountStep(3, Money.of("100.00", "CZK"), null, null, Rounding.DOWN), null));

        assertThat(granted(terms, MemberThen.PLAIN, amount)).containsExactly(bonus, base);
    }

    @Test
    void takingABonusBackWithTheAmountItCameFrom() {
        EarningRule bonus = rule("bonus", new Formula.Multiplier("base", new BigDecimal("3"), null), null);
        Terms terms = terms(
                Stacking.Mode.ALL,
                bonus,
                rule("base", new Formula.PerAmountStep(1, Money.of("100.00", "CZK"), null, null, null), null));

        assertThat(terms.worthOf(bonus, new BigDecimal("400.00"))).isEqualByComparingTo("8");
        assertThat(terms.worthOf(bonus, BigDecimal.ZERO)).isEqualByComparingTo("0");
    }

    @Test
    void refusingABonusOnABonus() {
        assertThatThrownBy(() -> terms(
                        Stacking.Mode.ALL,
                        rule("base", new Formula.Fixed(1), null),
                        rule("bonus", new Formula.Multiplier("base", BigDecimal.TWO, null), null),
                        rule("more", new Formula.Multiplier("bonus", BigDecimal.TWO, null), null)))
                .isInstanceOf(ProblemException.class)
                .satisfies(refusal -> assertThat(((ProblemException) refusal).errors())
                        .extracting("pointer")
                        .containsExactly("/rules/2/formula/rule"));
    }

    @ParameterizedTest
    @CsvSource({
        // nothing below 100; a point per 10 from there, two from 1,000
        "99.99, 0",
        "100.00, 0",
        "110.00, 1",
        "1000.00, 90",
        "1010.00, 92",
        "105.00, 0",
        "115.00, 2",
        "2000.00, 290"
    })
    void countingThePartsOfAnAmountByTheirRates(String amount, long points) {
        Formula rates = new Formula.TieredRate(
                Money.of("10.00", "CZK"),
                List.of(
                        new Formula.TieredRate.Rate(new BigDecimal("100"), 1),
                        new Formula.TieredRate.Rate(new BigDecimal("1000"), 2)),
                null,
                null,
                null);

        assertThat(granted(terms(Stacking.Mode.ALL, rule("rates", rates, null)), MemberThen.PLAIN, amount))
                .containsExactly(points);
    }

    @ParameterizedTest
    @CsvSource({
        // the business days of Prague, where summer time has begun
        "1994-03-31T21:59:59Z, false",
        "1994-03-31T22:00:00Z, true",
        "1994-04-10T21:59:59Z, true",
        "1994-04-10T22:00:00Z, false",
        // a Wednesday
        "1994-04-06T10:00:00Z, false"
    })
    void countingOnlyInTheirWindow(Instant time, boolean counts) {
        Window window = new Window(
                LocalDate.of(1994, 4, 1), LocalDate.of(1994, 4, 10), Set.of(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY));

        assertThat(window.holds(time, PRAGUE)).isEqualTo(counts);
    }

    @Test
    void askingForSegmentAndTierOfTheTime() {
        Terms terms = terms(
                Stacking.Mode.ALL,
                rule("vip", new Formula.Fixed(1), Condition.inSegment(VIP), null, null, null),
                rule("gold", new Formula.Fixed(2), Condition.inTier("gold"), null, null, null),
                rule(
                        "others",
                        new Formula.Fixed(4),
                        new Condition(null, null, Condition.inSegment(VIP), null),
                        null,
                        null,
                        null));

        assertThat(granted(terms, MemberThen.PLAIN, "1.00")).containsExactly(0L, 0L, 4L);
        assertThat(granted(terms, new MemberThen("gold", Set.of(VIP)), "1.00")).containsExactly(1L, 2L, 0L);
        assertThat(terms.mayEarn(spend("1.00"))).isTrue();
        assertThat(terms.segments()).containsExactly(VIP);
        assertThat(terms.dependsOnTier()).isTrue();
    }

    @Test
    void lettingPointsLiveByTheTierTheyWereEarnedIn() {
        Terms terms = terms(
                Stacking.Mode.ALL,
                rule(
                        "spend",
                        new Formula.Fixed(1),
                        null,
                        null,
                        null,
                        Map.of("gold", new ExpiryPolicy.Sliding(Period.ofMonths(18)))));

        Verdict plain = terms.judge(spend("1.00"), new MemberThen("silver", Set.of()), PRAGUE)
                .getFirst();
        Verdict gold = terms.judge(spend("1.00"), new MemberThen("gold", Set.of()), PRAGUE)
                .getFirst();

        assertThat(plain.expiresAt()).isNull();
        assertThat(gold.expiresAt()).isEqualTo("1995-10-05T23:00:00Z");
        assertThat(gold.slides()).isEqualTo(Period.ofMonths(18));
    }

    @Test
    void refusingATierTheProgrammeDoesNotHave() {
        assertThatThrownBy(() -> terms(
                        Stacking.Mode.ALL,
                        rule("gold", new Formula.Fixed(1), Condition.inTier("platinum"), null, null, null)))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "gt, 10, 10.00, false",
        "gt, 10, 10.01, true",
        "gte, 10, 10.00, true",
        "lt, 10, 10.00, false",
        "lte, 10, 10.00, true",
        "lte, 10, 10.01, false",
        "lt, 10, 9.99, true"
    })
    void comparingNumbers(String test, BigDecimal bound, String amount, boolean holds) {
        Condition.FieldTest field = new Condition.FieldTest(
                "amount",
                null,
                null,
                null,
                test.equals("gt") ? bound : null,
                test.equals("gte") ? bound : null,
                test.equals("lt") ? bound : null,
                test.equals("lte") ? bound : null);

        assertThat(field.holds(spend(amount))).isEqualTo(holds);
        assertThat(field.holds(new Activity("s", "c", "card-spend", APRIL, Map.of())))
                .isFalse();
    }

    @Test
    void refusingAWatchThatLimitsNothing() {
        assertThatThrownBy(() -> new Watch("w", null, Duration.ofHours(1), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Watch("w", null, Duration.ofDays(32), 1, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
