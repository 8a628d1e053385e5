package io.clientele.analytics.segments.evaluation;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Versions of an input, each in force from an instant until the next one is. */
public final class Dated<T> {

    private final NavigableMap<Instant, T> versions;

    /** By the instant from which each is in force. */
    public Dated(Map<Instant, T> versions) {
        this.versions = new TreeMap<>(versions);
    }

    /** No version yet. */
    public static <T> Dated<T> none() {
        return new Dated<>(Map.of());
    }

    /** The version in force at an instant; null before the first. */
    public @Nullable T at(Instant at) {
        Map.Entry<Instant, T> version = versions.floorEntry(at);
        return version == null ? null : version.getValue();
    }

    /** When the next version after an instant comes into force; null = none is known. */
    public @Nullable Instant changesAfter(Instant at) {
        return versions.higherKey(at);
    }
}
