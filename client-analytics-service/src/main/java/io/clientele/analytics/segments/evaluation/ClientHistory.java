package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Value;
import java.util.List;
import java.util.Map;

/**
 * All that rules may look at in one client.
 *
 * @param clientId the bank's client number
 * @param fields the record's fields by path, products excepted; an absent one has no entry
 * @param holdings the products, past, present and to come
 * @param activities by type, each once, in any order
 */
public record ClientHistory(
        String clientId, Map<String, Value> fields, List<Holding> holdings, Map<String, List<Activity>> activities) {

    /** The activities of one type. */
    public List<Activity> of(String type) {
        return activities.getOrDefault(type, List.of());
    }
}
