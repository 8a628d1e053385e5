package io.clientele.analytics.segments.evaluation;

import static io.clientele.analytics.segments.Histories.PRAGUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.analytics.segments.Histories;
import io.clientele.analytics.segments.rules.Aggregation;
import io.clientele.analytics.segments.rules.Bound;
import io.clientele.analytics.segments.rules.Comparison;
import io.clientele.analytics.segments.rules.DecimalTest;
import io.clientele.analytics.segments.rules.FieldTest;
import io.clientele.analytics.segments.rules.Matching;
import io.clientele.analytics.segments.rules.Measure;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Span;
import io.clientele.analytics.segments.rules.Value;
import io.clientele.analytics.segments.rules.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** For random rules and histories around a change to summer time. */
class EvaluatorPropertiesTest {

    private static final Instant START = Instant.parse("1994-02-01T00:00:00Z");
    /** Rates of some days only: what happens between may lack one. */
    private static final Inputs INPUTS = new Inputs(
            PRAGUE,
            Set.of(),
            new References(new Rates(
                    "EUR",
                    3,
                    Map.of(
                            "CZK",
                            Map.of(
                                    LocalDate.of(1994, 2, 10), new BigDecimal("33.1"),
                                    LocalDate.of(1994, 3, 1), new BigDecimal("32.9"))))));

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Conversion NO_RATES = new Conversion(Rates.NONE, ZoneOffset.UTC);
    private static final List<String> SPANS = List.of("P1D", "P7D", "P1M", "PT36H", "PT90S", "P1DT1H");

    @Property(tries = 500)
    void walkingFromChangeToChangeTellsTheAnswerAtEveryInstant(@ForAll long seed) {
        Random random = new Random(seed);
        Rule rule = randomRule(random, 3);
        ClientHistory client = randomClient(random);

        Instant at = START;
        Verdict verdict = Evaluator.judge(rule, client, INPUTS, at);
        for (Instant next : instantsOfInterest(client, random)) {
            while (verdict.changesAt() != null && !verdict.changesAt().isAfter(next)) {
                at = verdict.changesAt();
                verdict = Evaluator.judge(rule, client, INPUTS, at);
            }
            assertThat(Evaluator.judge(rule, client, INPUTS, next).outcome())
                    .as("%s at %s, last judged at %s", rule, next, at)
                    .isEqualTo(verdict.outcome());
        }
    }

    @Property(tries = 500)
    void aLeafChangesItsAnswerExactlyWhenItSays(@ForAll long seed) {
        Random random = new Random(seed);
        Rule leaf = randomLeaf(random);
        ClientHistory client = randomClient(random);
        Instant at = START.plusSeconds(random.nextInt(60 * 86_400));

        Verdict verdict = Evaluator.judge(leaf, client, INPUTS, at);

        Instant change = verdict.changesAt();
        if (change != null) {
            assertThat(change).isAfter(at);
            assertThat(Evaluator.judge(leaf, client, INPUTS, change).outcome()).isNotEqualTo(verdict.outcome());
            assertThat(Evaluator.judge(leaf, client, INPUTS, change.minusNanos(1))
                            .outcome())
                    .isEqualTo(verdict.outcome());
        }
    }

    @Property(tries = 300)
    void absenceSequenceAndHeldMeanWhatTheyMeanInPlainWords(@ForAll long seed) {
        Random random = new Random(seed);
        ClientHistory client = randomClient(random);
        Span window = randomSpan(random);
        Span within = randomSpan(random);
        Instant at = START.plusSeconds(random.nextInt(60 * 86_400));

        List<Activity> inside = client.of("t").stream()
                .filter(activity -> !activity.occurredAt().isAfter(at)
                        && at.isBefore(window.after(activity.occurredAt(), Histories.PRAGUE)))
                .toList();
        boolean completed = inside.stream()
                .anyMatch(then -> client.of("t").stream()
                        .filter(first -> isBig(first) && first.occurredAt().isBefore(then.occurredAt()))
                        .anyMatch(first ->
                                !then.occurredAt().isAfter(within.after(first.occurredAt(), Histories.PRAGUE))));

        Rule.Absence absence = new Rule.Absence(new Matching("t", null), new Window.Last(window));
        assertThat(judged(absence, client, at)).isEqualTo(inside.isEmpty());
        assertThat(judged(
                        new Rule.Sequence(big(), new Matching("t", null), within, new Window.Last(window)), client, at))
                .isEqualTo(completed);
        assertThat(judged(new Rule.Held(absence, within), client, at))
                .isEqualTo(heldThroughout(absence, within, client, at));
    }

    /** Asks at every change there can be: each activity and each end of its stay. */
    private static boolean heldThroughout(Rule.Absence rule, Span span, ClientHistory client, Instant at) {
        Span window = ((Window.Last) rule.window()).span();
        TreeSet<Instant> changes = new TreeSet<>(List.of(at));
        for (Activity activity : client.of("t")) {
            changes.add(activity.occurredAt());
            changes.add(window.after(activity.occurredAt(), Histories.PRAGUE));
        }
        Instant lastBreakEnded = Instant.MIN;
        for (Instant change : changes.headSet(at, true)) {
            boolean holds = judged(rule, client, change);
            if (!holds) {
                lastBreakEnded = Instant.MAX;
            } else if (lastBreakEnded.equals(Instant.MAX)) {
                lastBreakEnded = change;
            }
        }
        return lastBreakEnded.equals(Instant.MIN)
                || !lastBreakEnded.equals(Instant.MAX)
                        && !span.after(lastBreakEnded, Histories.PRAGUE).isAfter(at);
    }

    private static boolean isBig(Activity activity) {
        return activity.fields().get("a") instanceof Value.Decimal(BigDecimal amount)
                && amount.compareTo(BigDecimal.valueOf(2)) > 0;
    }

    private static boolean judged(Rule rule, ClientHistory client, Instant at) {
        return Evaluator.judge(rule, client, INPUTS, at).outcome() == Outcome.HOLDS;
    }

    @Property(tries = 500)
    void theOrderOfArrivalDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        Rule rule = randomRule(random, 3);
        ClientHistory client = randomClient(random);
        List<Activity> shuffled = new ArrayList<>(client.of("t"));
        Collections.shuffle(shuffled, random);
        ClientHistory other =
                new ClientHistory(client.clientId(), client.fields(), client.holdings(), Map.of("t", shuffled));
        Instant at = START.plusSeconds(random.nextInt(60 * 86_400));

        assertThat(Evaluator.judge(rule, other, INPUTS, at)).isEqualTo(Evaluator.judge(rule, client, INPUTS, at));
    }

    @Property(tries = 500)
    void theRunningMeasureEqualsTheOneTakenAfresh(@ForAll long seed) {
        Random random = new Random(seed);
        Rule.Events rule = randomEvents(random);
        List<Activity> inside = new ArrayList<>();
        Tally running = new Tally(rule.measure(), rule.comparison(), NO_RATES);

        for (Activity activity : randomClient(random).of("t")) {
            running.add(counted(activity));
            inside.add(activity);
            if (random.nextInt(3) == 0) {
                running.remove(counted(inside.remove(random.nextInt(inside.size()))));
            }
            Tally afresh = new Tally(rule.measure(), rule.comparison(), NO_RATES);
            inside.forEach(each -> afresh.add(counted(each)));

            assertThat(running.outcome()).isEqualTo(afresh.outcome());
            assertThat(running.error()).isEqualTo(afresh.error());
            assertThat(plain(running.measured())).isEqualTo(plain(afresh.measured()));
            assertThat(plain(running.measured())).isEqualTo(plain(naive(rule.measure(), inside, running.error())));
        }
    }

    private static ActivityFilter.Candidate counted(Activity activity) {
        return new ActivityFilter.Candidate(activity, null);
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }

    /** The measure in the plainest way. */
    private static @Nullable BigDecimal naive(Measure measure, List<Activity> inside, @Nullable String error) {
        if (error != null) {
            return null;
        }
        List<BigDecimal> amounts = inside.stream()
                .map(activity -> activity.fields().get("a"))
                .filter(Value.Decimal.class::isInstance)
                .map(value -> ((Value.Decimal) value).decimal())
                .toList();
        BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (measure.aggregation()) {
            case COUNT -> BigDecimal.valueOf(inside.size());
            case SUM -> sum;
            case AVG ->
                amounts.isEmpty()
                        ? null
                        : sum.divide(
                                BigDecimal.valueOf(amounts.size()),
                                new java.math.MathContext(20, java.math.RoundingMode.HALF_EVEN));
            case MIN -> amounts.stream().min(BigDecimal::compareTo).orElse(null);
            case MAX -> amounts.stream().max(BigDecimal::compareTo).orElse(null);
            case DISTINCT ->
                BigDecimal.valueOf(inside.stream()
                        .map(activity -> activity.fields().get("a"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
        };
    }

    /** Around everything that can move, and some instants in between. */
    private static TreeSet<Instant> instantsOfInterest(ClientHistory client, Random random) {
        TreeSet<Instant> instants = new TreeSet<>();
        for (Activity activity : client.of("t")) {
            instants.add(activity.occurredAt());
            for (String span : SPANS) {
                Instant leaves = Span.parse(span).after(activity.occurredAt(), Histories.PRAGUE);
                instants.add(leaves.minusNanos(1));
                instants.add(leaves);
                instants.add(leaves.plusNanos(1));
            }
        }
        for (int day = 0; day < 60; day++) {
            Instant midnight = LocalDate.of(1994, 2, 1)
                    .plusDays(day)
                    .atStartOfDay(Histories.PRAGUE)
                    .toInstant();
            instants.add(midnight.minusNanos(1));
            instants.add(midnight);
        }
        for (int i = 0; i < 20; i++) {
            instants.add(START.plusSeconds(random.nextInt(90 * 86_400)));
        }
        instants.removeIf(START::isAfter);
        return instants;
    }

    private static ClientHistory randomClient(Random random) {
        List<Activity> activities = new ArrayList<>();
        int many = random.nextInt(12);
        for (int i = 0; i < many; i++) {
            // often at the same second as another, or at the hour of the clock change
            Instant at = random.nextInt(4) == 0
                    ? Instant.parse("1994-03-27T00:30:00Z")
                    : START.plus(Duration.ofHours(random.nextInt(60 * 24)));
            activities.add(new Activity("s" + i, at, randomFields(random)));
        }
        return new ClientHistory(
                "c",
                Map.of(
                        "tier",
                        new Value.Text(random.nextBoolean() ? "GOLD" : "SILVER"),
                        "opened",
                        new Value.Text(LocalDate.of(1994, 2, 20)
                                .plusDays(random.nextInt(40))
                                .toString())),
                List.of(new Holding("LOAN", LocalDate.of(1994, 2, 1 + random.nextInt(28)), LocalDate.of(1994, 4, 1))),
                Map.of("t", activities));
    }

    private static Map<String, Value> randomFields(Random random) {
        Value amount = new Value.Decimal(BigDecimal.valueOf(random.nextInt(-300, 1_000), 2));
        return switch (random.nextInt(12)) {
            case 0 -> Map.of();
            case 1 -> Map.of("a", amount, "currency", new Value.Text("CZK"));
            case 2 -> Map.of("a", amount, "b", new Value.Flag(true), "currency", new Value.Text("EUR"));
            default -> Map.of("a", amount, "currency", new Value.Text("EUR"));
        };
    }

    private static Rule randomRule(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 7);
        return switch (kind) {
            case 0 -> new Rule.Attribute("tier", new FieldTest.Equal(new Value.Text("GOLD")));
            case 1 -> new Rule.Attribute("products", new FieldTest.HasAny(List.of(new Value.Text("LOAN"))));
            case 2 -> randomLeaf(random);
            case 3 -> new Rule.Not(randomRule(random, depth - 1));
            case 4 -> new Rule.Held(randomRule(random, depth - 1), randomSpan(random));
            case 5 -> new Rule.And(List.of(randomRule(random, depth - 1), randomRule(random, depth - 1)));
            default -> new Rule.Or(List.of(randomRule(random, depth - 1), randomRule(random, depth - 1)));
        };
    }

    private static Rule randomLeaf(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Rule.Absence(new Matching("t", null), randomWindow(random));
            case 1 -> new Rule.Sequence(big(), new Matching("t", null), randomSpan(random), randomWindow(random));
            case 2 ->
                new Rule.Attribute(
                        "opened",
                        new FieldTest.Ordered(
                                Comparison.values()[random.nextInt(4)],
                                new Bound.FromToday(Period.ofDays(random.nextInt(-40, 20)))));
            default -> randomEvents(random);
        };
    }

    /** Activities of more than 2. */
    private static Matching big() {
        return new Matching(
                "t",
                new Rule.Attribute("a", new FieldTest.Ordered(Comparison.GT, new Bound.Number(BigDecimal.valueOf(2)))));
    }

    private static Span randomSpan(Random random) {
        return Span.parse(SPANS.get(random.nextInt(SPANS.size())));
    }

    private static Window randomWindow(Random random) {
        return random.nextInt(8) == 0
                ? new Window.Fixed(new Window.Edge.Day(LocalDate.of(1994, 3, 1)), null)
                : new Window.Last(randomSpan(random));
    }

    private static Rule.Events randomEvents(Random random) {
        Aggregation aggregation = Aggregation.values()[random.nextInt(Aggregation.values().length)];
        Measure measure = new Measure(
                aggregation,
                aggregation == Aggregation.COUNT ? null : "a",
                aggregation.counts() || random.nextBoolean() ? null : EUR);
        Rule where = random.nextInt(3) == 0
                ? new Rule.Attribute(
                        "a",
                        new FieldTest.Ordered(Comparison.GT, new Bound.Number(BigDecimal.valueOf(2))),
                        random.nextBoolean() ? EUR : null)
                : null;
        Window window = randomWindow(random);
        return new Rule.Events(
                "t",
                where,
                measure,
                window,
                new DecimalTest(
                        Comparison.values()[random.nextInt(Comparison.values().length)],
                        BigDecimal.valueOf(random.nextInt(8))));
    }
}
