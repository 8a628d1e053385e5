package io.clientele.analytics.activity;

import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes activities by API and hands them to the activity topic, from where the sink writes them. What is known already is not
 * sent again.
 */
@ApplicationScoped
public class TakingActivities {

    private final ActivityGate gate;
    private final ActivityStore store;
    private final ActivityTopic topic;

    TakingActivities(ActivityGate gate, ActivityStore store, ActivityTopic topic) {
        this.gate = gate;
        this.store = store;
        this.topic = topic;
    }

    /**
     * What became of activities that were handed in.
     *
     * @param accepted how many the broker acknowledged
     * @param duplicates how many were known, or came twice
     * @param refused why the others were not taken, by their place in the list
     */
    public record Taken(int accepted, int duplicates, Map<Integer, ProblemException> refused) {}

    /**
     * Takes a batch, all or none.
     *
     * @return with nothing accepted when anything was refused
     * @throws ProblemException 503 when the broker cannot be reached; some may have been taken, all may be sent again
     */
    @Transactional
    public Taken takeAll(List<Activity> activities) {
        Map<Integer, ProblemException> refused = gate.refusals(activities);
        if (!refused.isEmpty()) {
            return new Taken(0, 0, refused);
        }
        List<Activity> fresh = fresh(activities);
        topic.send(fresh);
        return new Taken(fresh.size(), activities.size() - fresh.size(), refused);
    }

    private List<Activity> fresh(List<Activity> activities) {
        Set<String> seen = new HashSet<>(
                store.knownSources(activities.stream().map(Activity::sourceId).collect(Collectors.toSet())));
        return activities.stream()
                .filter(activity -> seen.add(activity.sourceId()))
                .toList();
    }
}
