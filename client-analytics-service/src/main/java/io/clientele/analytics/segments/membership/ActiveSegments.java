package io.clientele.analytics.segments.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The segments in force at one moment, each after those it refers to. */
public final class ActiveSegments {

    private final Map<UUID, ActiveSegment> inOrder = new LinkedHashMap<>();

    ActiveSegments(Collection<ActiveSegment> segments) {
        Map<UUID, ActiveSegment> all = new LinkedHashMap<>();
        segments.forEach(segment -> all.put(segment.id(), segment));
        segments.forEach(segment -> placeAfterItsReferences(segment, all, new LinkedHashSet<>()));
    }

    private void placeAfterItsReferences(ActiveSegment segment, Map<UUID, ActiveSegment> all, Set<UUID> above) {
        if (inOrder.containsKey(segment.id()) || !above.add(segment.id())) {
            return;
        }
        for (UUID reference : segment.refersTo()) {
            ActiveSegment other = all.get(reference);
            if (other != null) {
                placeAfterItsReferences(other, all, above);
            }
        }
        inOrder.put(segment.id(), segment);
    }

    /** All, each after those it refers to. */
    public Collection<ActiveSegment> inOrder() {
        return inOrder.values();
    }

    /** The segment, if it is in force. */
    public @Nullable ActiveSegment find(UUID id) {
        return inOrder.get(id);
    }

    /** Those whose rule looks at activity of {@code type}. */
    Set<UUID> lookingAt(String type) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (ActiveSegment segment : inOrder.values()) {
            if (segment.activityTypes().contains(type)) {
                ids.add(segment.id());
            }
        }
        return ids;
    }

    /** Those whose rule asks for membership of {@code id}. */
    public List<ActiveSegment> referringTo(UUID id) {
        return inOrder.values().stream()
                .filter(segment -> segment.refersTo().contains(id))
                .toList();
    }

    /** These and all that a move in or out of them can move. */
    List<ActiveSegment> withDependents(Set<UUID> ids) {
        Set<UUID> reached = new LinkedHashSet<>(ids);
        List<ActiveSegment> segments = new ArrayList<>();
        for (ActiveSegment segment : inOrder.values()) {
            if (reached.contains(segment.id()) || segment.refersTo().stream().anyMatch(reached::contains)) {
                reached.add(segment.id());
                segments.add(segment);
            }
        }
        return segments;
    }
}
