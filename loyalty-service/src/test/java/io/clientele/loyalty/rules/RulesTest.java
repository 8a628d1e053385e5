package io.clientele.loyalty.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contracts.Money;
import io.clientele.platform.problem.ProblemException;
import java.time.Instant;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final Instant APRIL = Instant.parse("1994-04-05T10:00:00Z");

    private static Activity payment(Object amount, String currency) {
        return new Activity(
                "s-1",
                "c-1",
                "transaction",
                APRIL,
                Map.of("category", "HOUSEHOLD", "amount", amount, "currency", currency));
    }

    private static EarningRule rule(Formula formula) {
        return rule(formula, Condition.fieldIs("category", "HOUSEHOLD"));
    }

    private static EarningRule rule(Formula formula, @Nullable Condition condition) {
        return new EarningRule(
                "household",
                "Household",
                "POINTS",
                "transaction",
                condition,
                formula,
                new ExpiryPolicy.Never(),
                null,
                null);
    }

    private static Formula perHundred(@Nullable Rounding rounding) {
        return new Formula.PerAmountStep(2, Money.of("100.00", "CZK"), null, null, rounding);
    }

    @Nested
    class Formulas {

        @ParameterizedTest
        @CsvSource({
            "99.99, DOWN, 0",
            "100.00, DOWN, 2",
            "199.99, DOWN, 2",
            "200.00, DOWN, 4",
            "100.01, UP, 4",
            "149.99, HALF_UP, 2",
            "150.00, HALF_UP, 4",
            "150.00, HALF_EVEN, 4",
            "250.00, HALF_EVEN, 4",
            "250.01, HALF_EVEN, 6",
            "-500.00, UP, 0",
            "0.00, UP, 0"
        })
        void countStepsByTheNamedRounding(String amount, Rounding rounding, long points) {
            assertThat(rule(perHundred(rounding))
                            .judge(payment(amount, "CZK"), MemberThen.PLAIN, PRAGUE, Map.of(), List.of())
                            .granted())
                    .isEqualTo(points);
        }

        @Test
        void roundHalfEvenUnlessTold() {
            assertThat(rule(perHundred(null))
                            .judge(payment("250.00", "CZK"), MemberThen.PLAIN, PRAGUE, Map.of(), List.of())
                            .granted())
                    .isEqualTo(4);
        }

        @Test
        void grantNothingForAnotherCurrencyAndSayWhy() {
            Verdict verdict = rule(perHundred(null))
                    .judge(payment("500.00", "EUR"), MemberThen.PLAIN, PRAGUE, Map.of(), List.of());

            assertThat(verdict.applied()).isFalse();
            assertThat(verdict.reason()).contains("EUR").contains("CZK");
        }

        @Test
        void grantNothingWithoutAnAmount() {
            assertThat(rule(perHundred(null))
                            .judge(payment("many", "CZK"), MemberThen.PLAIN, PRAGUE, Map.of(), List.of())
                            .applied())
                    .isFalse();
        }

        @Test
        void grantAtMostWhatTheLedgerTakes() {
            Formula generous = new Formula.PerAmountStep(1_000_000, Money.of("0.01", "CZK"), null, null, null);

            Verdict verdict = rule(generous)
                    .judge(payment("999999999999.00", "CZK"), MemberThen.PLAIN, PRAGUE, Map.of(), List.of());

            assertThat(verdict.granted()).isEqualTo(1_000_000_000_000L);
            assertThat(verdict.wished()).isGreaterThan(java.math.BigDecimal.valueOf(verdict.granted()));
        }

        @ParameterizedTest
        @CsvSource({"0", "1000001", "-1"})
        void refusePointsOutOfRange(long points) {
            assertThatThrownBy(() -> new Formula.Fixed(points)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Conditions {

        @Test
        void compareNumbersByValue() {
            Condition five = test(new Condition.FieldTest("amount", 5, null, null));

            assertThat(five.holds(payment("5.00", "CZK"), MemberThen.PLAIN)).isTrue();
            assertThat(five.holds(payment("5.01", "CZK"), MemberThen.PLAIN)).isFalse();
        }

        @Test
        void combine() {
            Condition household = Condition.fieldIs("category", "HOUSEHOLD");
            Condition euro = Condition.fieldIs("currency", "EUR");

            assertThat(new Condition(List.of(household, euro), null, null, null)
                            .holds(payment("1", "CZK"), MemberThen.PLAIN))
                    .isFalse();
            assertThat(new Condition(null, List.of(household, euro), null, null)
                            .holds(payment("1", "CZK"), MemberThen.PLAIN))
                    .isTrue();
            assertThat(new Condition(null, null, euro, null).holds(payment("1", "CZK"), MemberThen.PLAIN))
                    .isTrue();
        }

        @Test
        void takeAnAbsentFieldForDifferent() {
            assertThat(test(new Condition.FieldTest("channel", null, "ATM", null))
                            .holds(payment("1", "CZK"), MemberThen.PLAIN))
                    .isTrue();
            assertThat(test(new Condition.FieldTest("channel", null, null, List.of("ATM", "WEB")))
                            .holds(payment("1", "CZK"), MemberThen.PLAIN))
                    .isFalse();
        }

        @Test
        void areExactlyOneThing() {
            Condition household = Condition.fieldIs("category", "HOUSEHOLD");

            assertThatThrownBy(() -> new Condition(null, null, null, null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Condition(null, null, household, household.attribute()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Condition.FieldTest("a", "x", "y", null))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private static Condition test(Condition.FieldTest attribute) {
            return new Condition(null, null, null, attribute);
        }
    }

    @Nested
    class Expiry {

        @ParameterizedTest
        @CsvSource({
            // the last business day is the day so many months later; in Prague it ends at 22:00 or 23:00 UTC
            "1994-04-05T10:00:00Z, P12M, 1995-04-05T22:00:00Z",
            // 23:30 in Prague of the day before
            "1994-04-05T21:30:00Z, P1D, 1994-04-06T22:00:00Z",
            "1994-04-05T22:30:00Z, P1D, 1994-04-07T22:00:00Z",
            // across the change to summer time (27 March 1994) and back (25 September 1994)
            "1994-03-26T12:00:00Z, P1D, 1994-03-27T22:00:00Z",
            "1994-03-25T12:00:00Z, P1D, 1994-03-26T23:00:00Z",
            "1994-09-24T12:00:00Z, P1D, 1994-09-25T23:00:00Z",
            // a shorter month: its last day; a leap day
            "1994-01-31T12:00:00Z, P1M, 1994-02-28T23:00:00Z",
            "1996-01-31T12:00:00Z, P1M, 1996-02-29T23:00:00Z",
            "1996-02-29T12:00:00Z, P1Y, 1997-02-28T23:00:00Z"
        })
        void endsWithTheBusinessDayOfTheProgrammesZone(Instant earnedAt, Period period, Instant expiresAt) {
            assertThat(new ExpiryPolicy.Rolling(period).expiresAt(earnedAt, PRAGUE))
                    .isEqualTo(expiresAt);
        }

        @ParameterizedTest
        @CsvSource({
            // the end of the year after, in Prague; in the same year, or the next once the day is over
            "1994-04-05T10:00:00Z, --12-31, 1, 1995-12-31T23:00:00Z",
            "1994-12-31T23:30:00Z, --12-31, 1, 1996-12-31T23:00:00Z",
            "1994-06-30T12:00:00Z, --06-30, 0, 1994-06-30T22:00:00Z",
            "1994-07-01T12:00:00Z, --06-30, 0, 1995-06-30T22:00:00Z",
            // 29 February, and the 28th where there is none
            "1995-05-01T12:00:00Z, --02-29, 1, 1996-02-29T23:00:00Z",
            "1996-05-01T12:00:00Z, --02-29, 1, 1997-02-28T23:00:00Z"
        })
        void endsWithADayOfTheCalendar(Instant earnedAt, MonthDay lastDay, int years, Instant expiresAt) {
            assertThat(new ExpiryPolicy.Calendar(lastDay, years).expiresAt(earnedAt, PRAGUE))
                    .isEqualTo(expiresAt);
        }

        @ParameterizedTest
        @CsvSource({
            // summer time begins and ends; the month and the quarter of the programme's zone
            "1994-03-27T21:30:00Z, DAY, 1994-03-26T23:00:00Z, 1994-03-27T22:00:00Z",
            "1994-03-31T22:30:00Z, MONTH, 1994-03-31T22:00:00Z, 1994-04-30T22:00:00Z",
            "1994-03-31T21:30:00Z, QUARTER, 1993-12-31T23:00:00Z, 1994-03-31T22:00:00Z",
            "1994-01-02T12:00:00Z, WEEK, 1993-12-26T23:00:00Z, 1994-01-02T23:00:00Z",
            "1996-02-29T12:00:00Z, YEAR, 1995-12-31T23:00:00Z, 1996-12-31T23:00:00Z"
        })
        void capsCountInCalendarPeriodsOfTheProgrammesZone(Instant time, CapPeriod period, Instant start, Instant end) {
            Cap cap = new Cap("cap", Cap.Scope.MEMBER, period, 1);

            assertThat(cap.periodStart(time, PRAGUE)).isEqualTo(start);
            assertThat(cap.periodEnd(time, PRAGUE)).isEqualTo(end);
        }

        @ParameterizedTest
        @CsvSource({"P0D", "P-1D", "P601M", "P20000D"})
        void refusesPeriodsOutOfRange(Period period) {
            assertThatThrownBy(() -> new ExpiryPolicy.Rolling(period)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class TermsOfAProgramme {

        private static final PointsCurrency POINTS = new PointsCurrency("POINTS", "Points");

        @Test
        void refuseARuleInACurrencyTheyDoNotHave() {
            assertThatThrownBy(() -> new Terms(
                            "1", List.of(new PointsCurrency("MILES", "Miles")), List.of(rule(new Formula.Fixed(1)))))
                    .isInstanceOf(ProblemException.class)
                    .satisfies(refusal -> assertThat(((ProblemException) refusal).errors())
                            .singleElement()
                            .satisfies(error -> assertThat(error.pointer()).isEqualTo("/rules/0/currency")));
        }

        @Test
        void refuseAKeyThatIsThereTwice() {
            assertThatThrownBy(() -> new Terms(
                            "1", List.of(POINTS), List.of(rule(new Formula.Fixed(1)), rule(new Formula.Fixed(2)))))
                    .isInstanceOf(ProblemException.class);
        }

        @Test
        void leaveOtherActivityAloneEarly() {
            Terms terms = new Terms("1", List.of(POINTS), List.of(rule(new Formula.Fixed(1))));

            assertThat(terms.mayEarn(payment("1", "CZK"))).isTrue();
            assertThat(terms.mayEarn(new Activity("s", "c", "login", APRIL, Map.of())))
                    .isFalse();
            assertThat(terms.mayEarn(new Activity("s", "c", "transaction", APRIL, Map.of("category", "FEE"))))
                    .isFalse();
        }

        @Test
        void tellWhatEachRuleSaid() {
            EarningRule other = new EarningRule(
                    "login",
                    "Login",
                    "POINTS",
                    "login",
                    null,
                    new Formula.Fixed(5),
                    new ExpiryPolicy.Never(),
                    null,
                    null);
            Terms terms = new Terms("1", List.of(POINTS), List.of(rule(new Formula.Fixed(3)), other));

            assertThat(terms.judge(payment("1", "CZK"), MemberThen.PLAIN, PRAGUE))
                    .extracting(Verdict::rule, Verdict::applied, Verdict::granted)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("household", true, 3L),
                            org.assertj.core.groups.Tuple.tuple("login", false, 0L));
        }
    }
}
