package io.clientele.analytics.segments.membership;

import static io.clientele.analytics.segments.Histories.PRAGUE;
import static io.clientele.analytics.segments.Histories.aClient;
import static io.clientele.analytics.segments.Histories.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.evaluation.References;
import io.clientele.contracts.segments.MembershipCause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReassessmentTest {

    private static final Instant NOW = Instant.parse("1994-03-31T12:00:00Z");
    private static final UUID ID = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final String PAID_LAST_DAY =
            "{'events':{'type':'transaction','agg':'count','window':{'last':'P1D'},'gte':1}}";

    @Test
    void movesAClientInOnceAndNotesWhenItFallsDue() {
        var segments = inForce(segment(ID, PAID_LAST_DAY));
        ClientHistory client = aClient().paid("1", "1994-03-31T11:00:00Z").history();

        var first = Reassessment.of(segments, client, Standing.NONE, activity(ID), PRAGUE, References.NONE, NOW);
        var again = Reassessment.of(
                segments, client, first.after(), activity(ID), PRAGUE, References.NONE, NOW.plusSeconds(1));

        assertThat(first.moves())
                .containsExactly(new Move(new RuleVersion(ID, "S1", 1), true, NOW, MembershipCause.ACTIVITY));
        assertThat(first.after().memberSince()).containsExactly(Map.entry(ID, NOW));
        assertThat(first.after().due()).containsExactly(Map.entry(ID, Instant.parse("1994-04-01T11:00:00Z")));
        assertThat(again.moves()).isEmpty();
        assertThat(again.after()).isEqualTo(first.after());
    }

    @Test
    void catchesUpInOrderHoweverLateItIsAsked() {
        var segments = inForce(segment(ID, PAID_LAST_DAY));
        ClientHistory client = aClient()
                .paid("1", "1994-03-31T11:00:00Z")
                .paid("1", "1994-04-10T11:00:00Z")
                .history();
        var before = Reassessment.of(segments, client, Standing.NONE, activity(ID), PRAGUE, References.NONE, NOW);

        var late = Reassessment.of(
                segments,
                client,
                before.after(),
                Map.of(),
                PRAGUE,
                References.NONE,
                Instant.parse("1994-05-01T00:00:00Z"));

        assertThat(late.moves())
                .extracting(Move::at)
                .containsExactly(
                        Instant.parse("1994-04-01T11:00:00Z"),
                        Instant.parse("1994-04-10T11:00:00Z"),
                        Instant.parse("1994-04-11T11:00:00Z"));
        assertThat(late.moves()).extracting(Move::enters).containsExactly(false, true, false);
        assertThat(late.moves()).extracting(Move::cause).containsOnly(MembershipCause.TIME);
        assertThat(late.after()).isEqualTo(Standing.NONE);
    }

    @Test
    void actsOnTheInstantAndNotBefore() {
        var segments = inForce(segment(ID, PAID_LAST_DAY));
        ClientHistory client = aClient().paid("1", "1994-03-31T11:00:00Z").history();
        var member = Reassessment.of(segments, client, Standing.NONE, activity(ID), PRAGUE, References.NONE, NOW);
        Instant due = Instant.parse("1994-04-01T11:00:00Z");

        var before = Reassessment.of(
                segments, client, member.after(), Map.of(), PRAGUE, References.NONE, due.minusNanos(1_000));
        var then = Reassessment.of(segments, client, member.after(), Map.of(), PRAGUE, References.NONE, due);

        assertThat(before.moves()).isEmpty();
        assertThat(then.moves()).extracting(Move::at).containsExactly(due);
    }

    @Test
    void keepsAMemberWhoCannotBeJudgedAndSaysWhy() {
        var segments = inForce(
                segment(ID, "{'events':{'type':'transaction','agg':'sum','field':'amount','currency':'EUR','gt':0}}"));
        ClientHistory good = aClient().paid("1", "1994-03-31T11:00:00Z").history();
        ClientHistory bad = aClient()
                .paid("1", "1994-03-31T11:00:00Z")
                .did("transaction", "1994-03-31T11:30:00Z", "{'amount':'1','currency':'CZK'}")
                .history();
        var member = Reassessment.of(segments, good, Standing.NONE, activity(ID), PRAGUE, References.NONE, NOW);

        var unsure = Reassessment.of(segments, bad, member.after(), activity(ID), PRAGUE, References.NONE, NOW);

        assertThat(unsure.moves()).isEmpty();
        assertThat(unsure.after().memberSince()).containsKey(ID);
        assertThat(unsure.after().undetermined().get(ID)).contains("no rate to EUR");
    }

    @Test
    void aMoveMovesThroughSegmentsThatReferToIt() {
        var segments = inForce(segment(OTHER, "{'not':{'segment':{'id':'" + ID + "'}}}"), segment(ID, PAID_LAST_DAY));
        ClientHistory quiet = aClient().history();
        ClientHistory busy = aClient().paid("1", "1994-03-31T11:00:00Z").history();
        var outside = Reassessment.of(
                segments,
                quiet,
                Standing.NONE,
                Map.of(ID, MembershipCause.RECORD_CHANGE, OTHER, MembershipCause.RECORD_CHANGE),
                PRAGUE,
                References.NONE,
                NOW);
        assertThat(outside.after().memberSince()).containsOnlyKeys(OTHER);

        var inside = Reassessment.of(segments, busy, outside.after(), activity(ID), PRAGUE, References.NONE, NOW);

        assertThat(inside.moves())
                .containsExactly(
                        new Move(new RuleVersion(ID, "S1", 1), true, NOW, MembershipCause.ACTIVITY),
                        new Move(new RuleVersion(OTHER, "S2", 1), false, NOW, MembershipCause.REFERENCE_CHANGE));
    }

    @Test
    void aClockSetBackNeverEndsAStayBeforeItBegan() {
        var segments = inForce(segment(ID, PAID_LAST_DAY));
        ClientHistory client = aClient().paid("1", "1994-03-31T11:00:00Z").history();
        var member = Reassessment.of(segments, client, Standing.NONE, activity(ID), PRAGUE, References.NONE, NOW);

        var earlier = Reassessment.of(
                segments, client, member.after(), activity(ID), PRAGUE, References.NONE, NOW.minusSeconds(7_200));

        assertThat(earlier.moves()).extracting(Move::at).containsExactly(NOW);
    }

    static ActiveSegment segment(UUID id, String rule) {
        return ActiveSegment.of(id, "S" + id.getLeastSignificantBits(), 1, rule(rule));
    }

    static ActiveSegments inForce(ActiveSegment... segments) {
        return new ActiveSegments(List.of(segments));
    }

    private static Map<UUID, MembershipCause> activity(UUID id) {
        return Map.of(id, MembershipCause.ACTIVITY);
    }
}
