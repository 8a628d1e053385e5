package io.clientele.analytics.segments.membership;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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

    /** As it was, but for these segments it cannot be told, and nothing that has come by {@code now} is due any more. */
    Standing notJudged(Set<UUID> segments, Instant now, String reason) {
        Map<UUID, Instant> ahead = new HashMap<>(due);
        ahead.values().removeIf(at -> !at.isAfter(now));
        Map<UUID, String> reasons = new HashMap<>(undetermined);
        segments.forEach(segment -> reasons.put(segment, reason));
        return new Standing(memberSince, ahead, reasons);
    }

    private static <V> Map<UUID, V> without(Map<UUID, V> map, UUID segment) {
        Map<UUID, V> rest = new HashMap<>(map);
        rest.remove(segment);
        return rest;
    }
}
