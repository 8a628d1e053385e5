package io.clientele.analytics.segments.membership;

import static io.clientele.analytics.segments.Histories.PRAGUE;
import static io.clientele.analytics.segments.membership.ReassessmentTest.inForce;
import static io.clientele.analytics.segments.membership.ReassessmentTest.segment;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.analytics.segments.evaluation.Activity;
import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.evaluation.Evaluator;
import io.clientele.analytics.segments.evaluation.Inputs;
import io.clientele.analytics.segments.evaluation.Outcome;
import io.clientele.analytics.segments.evaluation.References;
import io.clientele.analytics.segments.rules.Value;
import io.clientele.contracts.segments.MembershipCause;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Live membership equals a judgement of everything at every instant, whatever order activity arrives in and however the
 * clock moves: late, ahead of time, twice, in bursts, after long silence.
 */
class ReassessmentPropertiesTest {

    private static final Instant START = Instant.parse("1994-03-20T00:00:00Z");
    private static final List<String> COMPARISONS = List.of("gte", "gt", "lte", "lt", "eq");
    private static final List<String> WINDOWS = List.of("P1D", "P2D", "PT90M", "P1W", "P1M");

    @Property(tries = 400)
    void liveMembershipEqualsTheJudgementOfEverything(@ForAll long seed) {
        Random random = new Random(seed);
        ActiveSegments segments = randomSegments(random);
        List<Activity> known = new ArrayList<>();
        String tier = "GOLD";
        Instant now = START;
        Standing standing = Reassessment.of(
                        segments,
                        client(tier, known),
                        Standing.NONE,
                        all(segments, MembershipCause.RULE_CHANGE),
                        PRAGUE,
                        References.NONE,
                        now)
                .after();
        Map<UUID, Boolean> shown = shown(standing, segments);

        for (int step = 0; step < 25; step++) {
            Map<UUID, MembershipCause> occasions = new HashMap<>();
            switch (random.nextInt(4)) {
                case 0 -> {
                    known.add(randomActivity(random, now, known.size()));
                    segments.lookingAt("t").forEach(id -> occasions.put(id, MembershipCause.ACTIVITY));
                }
                case 1 -> {
                    tier = random.nextBoolean() ? "GOLD" : "SILVER";
                    occasions.putAll(all(segments, MembershipCause.RECORD_CHANGE));
                }
                case 2 -> segments.lookingAt("t").forEach(id -> occasions.put(id, MembershipCause.ACTIVITY));
                default -> now = now.plus(Duration.ofMinutes(random.nextInt(1, 4 * 24 * 60)));
            }
            ClientHistory client = client(tier, known);

            Reassessment.Result result =
                    Reassessment.of(segments, client, standing, occasions, PRAGUE, References.NONE, now);

            assertAlternating(shown, result.moves());
            assertThat(result.after().memberSince().keySet())
                    .as("step %d at %s", step, now)
                    .isEqualTo(judged(segments, client, now));
            assertThat(result.after().due().values()).allMatch(now::isBefore);
            standing = result.after();
        }
    }

    @Property(tries = 200)
    void timeAloneIsCaughtUpTheSameInOneStepOrMany(@ForAll long seed) {
        Random random = new Random(seed);
        ActiveSegments segments = randomSegments(random);
        List<Activity> known = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            known.add(randomActivity(random, START.plus(Duration.ofDays(random.nextInt(10))), i));
        }
        ClientHistory client = client("GOLD", known);
        Standing standing = Reassessment.of(
                        segments,
                        client,
                        Standing.NONE,
                        all(segments, MembershipCause.RULE_CHANGE),
                        PRAGUE,
                        References.NONE,
                        START)
                .after();
        Instant end = START.plus(Duration.ofDays(60));

        Reassessment.Result atOnce =
                Reassessment.of(segments, client, standing, Map.of(), PRAGUE, References.NONE, end);
        List<Move> bySteps = new ArrayList<>();
        for (Instant now = START; !now.isAfter(end); now = now.plus(Duration.ofHours(1 + random.nextInt(40)))) {
            Reassessment.Result step =
                    Reassessment.of(segments, client, standing, Map.of(), PRAGUE, References.NONE, now);
            bySteps.addAll(step.moves());
            standing = step.after();
        }
        bySteps.addAll(Reassessment.of(segments, client, standing, Map.of(), PRAGUE, References.NONE, end)
                .moves());

        assertThat(bySteps).isEqualTo(atOnce.moves());
    }

    /** Who is in what, judged from nothing. */
    private static Set<UUID> judged(ActiveSegments segments, ClientHistory client, Instant at) {
        Set<UUID> memberOf = new HashSet<>();
        for (ActiveSegment segment : segments.inOrder()) {
            if (Evaluator.judge(segment.rule(), client, new Inputs(PRAGUE, memberOf), at)
                            .outcome()
                    == Outcome.HOLDS) {
                memberOf.add(segment.id());
            }
        }
        return memberOf;
    }

    /** In and out in turn, each move telling something new. */
    private static void assertAlternating(Map<UUID, Boolean> shown, List<Move> moves) {
        Instant last = Instant.MIN;
        for (Move move : moves) {
            assertThat(move.at()).isAfterOrEqualTo(last);
            last = move.at();
            assertThat(shown.put(move.decidedBy().segmentId(), move.enters())).isNotEqualTo(move.enters());
        }
    }

    private static Map<UUID, Boolean> shown(Standing standing, ActiveSegments segments) {
        Map<UUID, Boolean> shown = new HashMap<>();
        segments.inOrder()
                .forEach(segment ->
                        shown.put(segment.id(), standing.memberSince().containsKey(segment.id())));
        return shown;
    }

    private static Map<UUID, MembershipCause> all(ActiveSegments segments, MembershipCause cause) {
        Map<UUID, MembershipCause> all = new HashMap<>();
        segments.inOrder().forEach(segment -> all.put(segment.id(), cause));
        return all;
    }

    private static ClientHistory client(String tier, List<Activity> activities) {
        return new ClientHistory(
                "c", Map.of("tier", new Value.Text(tier)), List.of(), Map.of("t", List.copyOf(activities)));
    }

    /** Often late, sometimes ahead of the clock. */
    private static Activity randomActivity(Random random, Instant now, int number) {
        Instant at = now.plus(Duration.ofMinutes(random.nextInt(-9 * 24 * 60, 2 * 24 * 60)));
        return new Activity("s" + number, at, Map.of("a", new Value.Decimal(BigDecimal.valueOf(random.nextInt(10)))));
    }

    /** Some look at activity, some at the record, the later ones also at those before. */
    private static ActiveSegments randomSegments(Random random) {
        ActiveSegment[] segments = new ActiveSegment[4];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = segment(new UUID(0, i + 1), randomRule(random, i, 2));
        }
        return inForce(segments);
    }

    private static String randomRule(Random random, int before, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> "{'attribute':{'path':'tier','eq':'GOLD'}}";
            case 1, 2 -> randomEvents(random);
            case 3 ->
                before == 0
                        ? randomEvents(random)
                        : "{'segment':{'id':'" + new UUID(0, 1 + random.nextInt(before)) + "'}}";
            case 4 -> "{'absence':{'type':'t','window':{'last':'" + randomWindow(random) + "'}}}";
            case 5 -> "{'held':{'rule':" + randomEvents(random) + ",'for':'" + randomWindow(random) + "'}}";
            case 6 -> "{'not':" + randomRule(random, before, depth - 1) + "}";
            case 7 ->
                "{'and':[" + randomRule(random, before, depth - 1) + "," + randomRule(random, before, depth - 1) + "]}";
            default ->
                "{'or':[" + randomRule(random, before, depth - 1) + "," + randomRule(random, before, depth - 1) + "]}";
        };
    }

    private static String randomWindow(Random random) {
        return WINDOWS.get(random.nextInt(WINDOWS.size()));
    }

    private static String randomEvents(Random random) {
        String measure = random.nextBoolean() ? "'agg':'count'" : "'agg':'sum','field':'a'";
        return "{'events':{'type':'t'," + measure + ",'window':{'last':'"
                + randomWindow(random) + "'},'"
                + COMPARISONS.get(random.nextInt(COMPARISONS.size())) + "':" + random.nextInt(12) + "}}";
    }
}
