package io.clientele.analytics.activity;

import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes activities that came by topic: each source id once, whatever the order, the number of deliveries and the time a
 * later delivery claims. Tells observers what is new, in the same transaction.
 */
@ApplicationScoped
public class WritingActivities {

    private final ActivityGate gate;
    private final ActivityStore store;
    private final SinkPositions positions;
    private final Event<ActivityTaken> taken;
    private final Clock clock;

    WritingActivities(
            ActivityGate gate, ActivityStore store, SinkPositions positions, Event<ActivityTaken> taken, Clock clock) {
        this.gate = gate;
        this.store = store;
        this.positions = positions;
        this.taken = taken;
        this.clock = clock;
    }

    /**
     * What became of a batch.
     *
     * @param written how many were new
     * @param refused why others were not written, by their place in the batch
     */
    public record Written(long written, Map<Integer, ProblemException> refused) {}

    /**
     * Writes a batch.
     *
     * @param nextOffsets the offset after the batch in each partition of the topic
     */
    @Transactional
    public Written write(List<Activity> batch, Map<Integer, Long> nextOffsets) {
        Map<Integer, ProblemException> refused = gate.refusals(batch);
        List<Activity> allowed = new ArrayList<>(batch.size());
        for (int place = 0; place < batch.size(); place++) {
            if (!refused.containsKey(place)) {
                allowed.add(batch.get(place));
            }
        }
        List<ActivityTaken.Affected> affected = allowed.isEmpty() ? List.of() : store.write(allowed, clock.instant());
        positions.reached(nextOffsets);
        if (!affected.isEmpty()) {
            taken.fire(new ActivityTaken(affected));
        }
        return new Written(
                affected.stream().mapToLong(ActivityTaken.Affected::count).sum(), refused);
    }

    /**
     * Writes one activity.
     *
     * @throws ProblemException 422 when it cannot be taken
     */
    @Transactional
    public void writeOne(Activity activity) {
        write(List.of(activity), Map.of()).refused().values().forEach(refusal -> {
            throw refusal;
        });
    }

    /** Notes that the topic was worked off up to these offsets. */
    @Transactional
    public void reached(Map<Integer, Long> nextOffsets) {
        positions.reached(nextOffsets);
    }
}
