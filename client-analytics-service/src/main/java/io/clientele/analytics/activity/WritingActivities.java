package io.clientele.analytics.activity;

import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes activities, each source id once, whatever the order, the number of deliveries and the time a later delivery claims.
 * Tells observers what is new, in the same transaction.
 */
@ApplicationScoped
public class WritingActivities {

    private final ActivityGate gate;
    private final ActivityStore store;
    private final Event<ActivityTaken> taken;
    private final Clock clock;

    WritingActivities(ActivityGate gate, ActivityStore store, Event<ActivityTaken> taken, Clock clock) {
        this.gate = gate;
        this.store = store;
        this.taken = taken;
        this.clock = clock;
    }

    /**
     * What became of a batch.
     *
     * @param written places in the batch of those that are new; of several with one source id the first
     * @param refused why others were not written, by their place in the batch; the rest was known
     */
    public record Written(BitSet written, Map<Integer, ProblemException> refused) {}

    /** Writes a batch. */
    @Transactional
    public Written write(List<Activity> batch) {
        Map<Integer, ProblemException> refused = gate.refusals(batch);
        BitSet allowed = new BitSet(batch.size());
        allowed.set(0, batch.size());
        refused.keySet().forEach(allowed::clear);
        BitSet written = allowed.isEmpty() ? allowed : store.write(batch, allowed, clock.instant());
        if (!written.isEmpty()) {
            taken.fire(new ActivityTaken(affected(batch, written)));
        }
        return new Written(written, refused);
    }

    /**
     * Writes one activity.
     *
     * @throws ProblemException 422 when it cannot be taken
     */
    @Transactional
    public void writeOne(Activity activity) {
        write(List.of(activity)).refused().values().forEach(refusal -> {
            throw refusal;
        });
    }

    /** Which of these source ids were never taken. */
    @Transactional
    public Set<String> unknown(Collection<String> sourceIds) {
        return store.unknownSources(sourceIds);
    }

    private record ClientAndType(String clientId, String type) {}

    private static List<ActivityTaken.Affected> affected(List<Activity> batch, BitSet written) {
        Map<ClientAndType, ActivityTaken.Affected> affected = new HashMap<>();
        written.stream().mapToObj(batch::get).forEach(activity -> {
            Instant at = activity.occurredAt();
            String type = activity.type().name();
            affected.merge(
                    new ClientAndType(activity.clientId(), type),
                    new ActivityTaken.Affected(activity.clientId(), type, at, at, 1),
                    WritingActivities::together);
        });
        return new ArrayList<>(affected.values());
    }

    private static ActivityTaken.Affected together(ActivityTaken.Affected one, ActivityTaken.Affected other) {
        return new ActivityTaken.Affected(
                one.clientId(),
                one.type(),
                one.earliest().isBefore(other.earliest()) ? one.earliest() : other.earliest(),
                one.latest().isAfter(other.latest()) ? one.latest() : other.latest(),
                one.count() + other.count());
    }
}
