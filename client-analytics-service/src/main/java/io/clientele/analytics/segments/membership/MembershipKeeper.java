package io.clientele.analytics.segments.membership;

import io.clientele.contracts.segments.MembershipCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Works membership off in small portions, each one transaction: what happened to clients, what fell due, and a slice of a
 * computation of everybody. Any number of replicas may call it at once; a portion cut off by a kill is simply done again.
 */
@ApplicationScoped
class MembershipKeeper {

    private static final int CLIENTS_AT_ONCE = 500;

    private final ClientLocks locks;
    private final Marks marks;
    private final MovingClients moving;
    private final Calculations calculations;
    private final ClientRanges clients;
    private final Clock clock;

    MembershipKeeper(
            ClientLocks locks,
            Marks marks,
            MovingClients moving,
            Calculations calculations,
            ClientRanges clients,
            Clock clock) {
        this.locks = locks;
        this.marks = marks;
        this.moving = moving;
        this.calculations = calculations;
        this.clients = clients;
        this.clock = clock;
    }

    /** Judges clients to whom something happened; false when there are none left that nobody holds. */
    @Transactional
    public boolean judgeMarked() {
        List<String> locked = locks.marked(CLIENTS_AT_ONCE);
        if (locked.isEmpty()) {
            return false;
        }
        Map<String, Set<Marks.Mark>> taken = new HashMap<>();
        marks.take(locked)
                .forEach(mark -> taken.computeIfAbsent(mark.clientId(), first -> new HashSet<>())
                        .add(mark));
        moving.move(
                taken.keySet(), (client, segments) -> occasions(taken.getOrDefault(client, Set.of()), segments), now());
        return true;
    }

    private static Map<UUID, MembershipCause> occasions(Set<Marks.Mark> marks, ActiveSegments segments) {
        Map<UUID, MembershipCause> occasions = new HashMap<>();
        for (Marks.Mark mark : marks) {
            if (mark.activityType() == null) {
                segments.inOrder()
                        .forEach(segment -> occasions.putIfAbsent(segment.id(), MembershipCause.RECORD_CHANGE));
            } else {
                segments.lookingAt(mark.activityType()).forEach(id -> occasions.put(id, MembershipCause.ACTIVITY));
            }
        }
        return occasions;
    }

    /** Judges clients for whom an instant has come; false when there are none left that nobody holds. */
    @Transactional
    public boolean judgeDue() {
        Instant now = now();
        List<String> locked = locks.due(now, CLIENTS_AT_ONCE);
        if (locked.isEmpty()) {
            return false;
        }
        moving.move(locked, (client, segments) -> Map.of(), now);
        return true;
    }

    /** A slice of a computation of everybody that no other replica has in hand. */
    @Transactional
    public Optional<Calculations.Task> claim() {
        return calculations.claim();
    }

    /** Works off the next slice of a claimed computation. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void calculate(Calculations.Task task) {
        Instant now = now();
        List<String> slice = clients.after(task.afterClient(), CLIENTS_AT_ONCE);
        if (slice.isEmpty()) {
            calculations.complete(task, now);
            return;
        }
        locks.all(slice);
        List<Standings.Moved> moves = switch (task.kind()) {
            case MEMBERSHIP ->
                moving.move(slice, (client, segments) -> Map.of(task.segmentId(), MembershipCause.RULE_CHANGE), now);
            case REFERENCES ->
                moving.move(
                        slice, (client, segments) -> Map.of(task.segmentId(), MembershipCause.REFERENCE_CHANGE), now);
            case DISSOLUTION -> moving.dissolve(slice, task.rule(), now);
        };
        long entered = own(moves, task).filter(Move::enters).count();
        long left = own(moves, task).filter(move -> !move.enters()).count();
        calculations.worked(task, slice, entered, left);
    }

    /** Without the moves of segments that refer to the one computed. */
    private static Stream<Move> own(List<Standings.Moved> moves, Calculations.Task task) {
        return moves.stream()
                .map(Standings.Moved::move)
                .filter(move -> move.decidedBy().segmentId().equals(task.segmentId()));
    }

    /** Notes, for all to see, why a slice failed; it is tried again. */
    @Transactional
    public void failed(Calculations.Task task, RuntimeException failure) {
        calculations.failed(task, String.valueOf(failure.getMessage()), now());
    }

    /** As PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
