package io.clientele.analytics.segments.membership;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The computation of everybody after a version took effect or a segment was retired.
 *
 * @param clients how many clients there were when it began
 * @param processed how many have been judged
 * @param undetermined of how many clients membership cannot be told now, because an input is in error
 * @param lastError the last error seen: of the computation itself, or else of a client; null = none
 */
public record Calculation(
        UUID segmentId,
        int version,
        CalculationKind kind,
        boolean running,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long clients,
        long processed,
        long entered,
        long left,
        long undetermined,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {}
