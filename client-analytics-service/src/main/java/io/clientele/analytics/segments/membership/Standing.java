package io.clientele.analytics.segments.membership;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How one client stands to the segments.
 *
 * @param memberSince the segments the client is in, and since when
 * @param due when time alone may next move the client in or out of a segment
 * @param undetermined the segments that cannot be told, and why
 */
record Standing(Map<UUID, Instant> memberSince, Map<UUID, Instant> due, Map<UUID, String> undetermined) {

    static final Standing NONE = new Standing(Map.of(), Map.of(), Map.of());

    Standing {
        memberSince = Map.copyOf(memberSince);
        due = Map.copyOf(due);
        undetermined = Map.copyOf(undetermined);
    }

    /** As if there were no such segment. */
    Standing without(UUID segment) {
        return new Standing(without(memberSince, segment), without(due, segment), without(undetermined, segment));
    }

    private static <V> Map<UUID, V> without(Map<UUID, V> map, UUID segment) {
        Map<UUID, V> rest = new HashMap<>(map);
        rest.remove(segment);
        return rest;
    }
}
