package io.clientele.analytics.segments.membership;

import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.evaluation.Evaluator;
import io.clientele.analytics.segments.evaluation.Inputs;
import io.clientele.analytics.segments.evaluation.References;
import io.clientele.analytics.segments.evaluation.Verdict;
import io.clientele.contracts.segments.MembershipCause;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides the moves of one client: pure. First what time alone has brought since the client was last judged, at each
 * instant it fell due and in that order, however late this is asked; then what happened, now. A move in or out of a
 * segment is felt at once by those that refer to it.
 */
final class Reassessment {

    /**
     * @param after how the client stands now
     * @param moves in the order in which they happened
     */
    record Result(Standing after, List<Move> moves) {}

    private final ActiveSegments segments;
    private final ClientHistory client;
    private final ZoneId zone;
    private final References references;
    private final Map<UUID, Instant> memberSince;
    private final Map<UUID, Instant> due;
    private final Map<UUID, String> undetermined;
    private final List<Move> moves = new ArrayList<>();

    private Reassessment(
            ActiveSegments segments, ClientHistory client, Standing before, ZoneId zone, References references) {
        this.segments = segments;
        this.client = client;
        this.zone = zone;
        this.references = references;
        this.memberSince = new HashMap<>(before.memberSince());
        this.due = new HashMap<>(before.due());
        this.undetermined = new HashMap<>(before.undetermined());
    }

    /**
     * Judges a client anew.
     *
     * @param occasions the segments to judge now, and what happened
     * @param references rates and the like
     */
    static Result of(
            ActiveSegments segments,
            ClientHistory client,
            Standing before,
            Map<UUID, MembershipCause> occasions,
            ZoneId zone,
            References references,
            Instant now) {
        Reassessment reassessment = new Reassessment(segments, client, before, zone, references);
        reassessment.forgetSegmentsNotInForce();
        reassessment.catchUp(now);
        reassessment.judge(occasions, now);
        return new Result(
                new Standing(reassessment.memberSince, reassessment.due, reassessment.undetermined),
                reassessment.moves);
    }

    private void forgetSegmentsNotInForce() {
        due.keySet().removeIf(id -> segments.find(id) == null);
        undetermined.keySet().removeIf(id -> segments.find(id) == null);
    }

    private void catchUp(Instant now) {
        for (Instant at = earliest(due.values()); at != null && !at.isAfter(now); at = earliest(due.values())) {
            Map<UUID, MembershipCause> falling = new HashMap<>();
            for (Map.Entry<UUID, Instant> entry : due.entrySet()) {
                if (entry.getValue().equals(at)) {
                    falling.put(entry.getKey(), MembershipCause.TIME);
                }
            }
            judge(falling, at);
        }
    }

    private static @Nullable Instant earliest(Collection<Instant> instants) {
        return instants.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private void judge(Map<UUID, MembershipCause> occasions, Instant at) {
        Map<UUID, MembershipCause> pending = new HashMap<>(occasions);
        for (ActiveSegment segment : segments.inOrder()) {
            MembershipCause cause = pending.get(segment.id());
            if (cause != null && judge(segment, cause, at)) {
                segments.referringTo(segment.id())
                        .forEach(other -> pending.putIfAbsent(other.id(), MembershipCause.REFERENCE_CHANGE));
            }
        }
    }

    /** True when the client moved. */
    private boolean judge(ActiveSegment segment, MembershipCause cause, Instant at) {
        UUID id = segment.id();
        Verdict verdict =
                Evaluator.judge(segment.rule(), client, new Inputs(zone, memberSince.keySet(), references), at);
        put(due, id, verdict.changesAt());
        put(undetermined, id, null);
        Instant since = memberSince.get(id);
        return switch (verdict.outcome()) {
            case HOLDS -> {
                if (since == null) {
                    memberSince.put(id, at);
                    moves.add(new Move(segment.ruleVersion(), true, at, cause));
                }
                yield since == null;
            }
            case FAILS -> {
                if (since != null) {
                    memberSince.remove(id);
                    // a business clock that was set back must not end a stay before it began
                    moves.add(new Move(segment.ruleVersion(), false, at.isBefore(since) ? since : at, cause));
                }
                yield since != null;
            }
            case UNDETERMINED -> {
                undetermined.put(id, verdict.errors().findFirst().orElse("an input is in error"));
                yield false;
            }
        };
    }

    private static <V> void put(Map<UUID, V> map, UUID id, @Nullable V value) {
        if (value == null) {
            map.remove(id);
        } else {
            map.put(id, value);
        }
    }
}
