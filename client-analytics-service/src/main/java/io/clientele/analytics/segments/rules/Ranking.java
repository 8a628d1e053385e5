package io.clientele.analytics.segments.rules;

import org.jspecify.annotations.Nullable;

/**
 * An order of clients by one value each, whole or within peer groups.
 *
 * @param of the value
 * @param within path of the field whose equal values make peers; null = all clients are peers
 */
public record Ranking(Of of, @Nullable String within) {

    /** What clients are ranked by. */
    public sealed interface Of {}

    /** A field of the record that holds a number; who has none is not ranked. */
    public record OfField(String path) implements Of {}

    /** A measure over activity; of nothing, count and sum are 0, and by the others the client is not ranked. */
    public record OfEvents(Matching matching, Measure measure, Window window) implements Of {}
}
