package io.clientele.analytics.activity;

import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Takes activities in bulk: stores them itself, each source id once, and only then tells the activity topic, so that nobody
 * hears of an activity that is not kept. The sink knows them when they come round.
 */
@ApplicationScoped
public class ImportingActivities {

    private final WritingActivities writing;
    private final ActivityTopic topic;

    ImportingActivities(WritingActivities writing, ActivityTopic topic) {
        this.writing = writing;
        this.topic = topic;
    }

    /**
     * What became of activities.
     *
     * @param written places in the list of those that are new
     * @param refused why others were not written, by their place in the list; the rest was known
     */
    public record Stored(BitSet written, Map<Integer, ProblemException> refused) {}

    /** Stores what is new. */
    @Transactional
    public Stored store(List<Activity> activities) {
        WritingActivities.Written done = writing.write(activities);
        return new Stored(done.written(), done.refused());
    }

    /**
     * Publishes activities that are stored, and returns when the broker has all of them.
     *
     * @throws ProblemException 503 when the broker cannot be reached; all may be published again
     */
    public void publish(List<Activity> activities) {
        topic.send(activities);
    }
}
