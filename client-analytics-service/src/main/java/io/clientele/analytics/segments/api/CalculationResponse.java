package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.membership.Calculation;
import io.clientele.analytics.segments.membership.CalculationKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "SegmentCalculation",
        description = "The latest computation of everybody for a segment. Times are business times.")
record CalculationResponse(
        @Schema(examples = "01957c81-5e7a-7b11-9d2c-0a4f8a2b6c01")
        UUID segmentId,

        @Schema(description = "The version computed, or the last one of a retired segment.", examples = "2")
        int version,

        @Schema(
                description = "MEMBERSHIP: everybody is judged. DISSOLUTION: every member leaves.",
                examples = "MEMBERSHIP")
        CalculationKind kind,

        @Schema(examples = "COMPLETED") CalculationState state,
        @Schema(examples = "1994-04-01T00:00:00Z") Instant startedAt,

        @Schema(examples = "1994-04-01T00:00:01Z") @Nullable Instant finishedAt,

        @Schema(description = "Clients there were when it began.", examples = "5369")
        long clients,

        @Schema(description = "Clients judged so far.", examples = "5369")
        long processed,

        @Schema(description = "Clients it moved in.", examples = "523")
        long entered,

        @Schema(description = "Clients it moved out.", examples = "0")
        long left,

        @Schema(
                description =
                        "Clients whose membership cannot be told now, because an input is in error; it stays as it was.",
                examples = "0")
        long undetermined,

        @Schema(
                description = "The last error: of the computation, which goes on, or else of a client.",
                examples = "activity 171812 is in CZK and there is no rate to EUR")
        @Nullable
        String lastError,

        @Schema(examples = "1994-04-01T00:00:01Z") @Nullable Instant lastErrorAt) {

    enum CalculationState {
        RUNNING,
        COMPLETED
    }

    static CalculationResponse from(Calculation calculation) {
        return new CalculationResponse(
                calculation.segmentId(),
                calculation.version(),
                calculation.kind(),
                calculation.running() ? CalculationState.RUNNING : CalculationState.COMPLETED,
                calculation.startedAt(),
                calculation.finishedAt(),
                calculation.clients(),
                calculation.processed(),
                calculation.entered(),
                calculation.left(),
                calculation.undetermined(),
                calculation.lastError(),
                calculation.lastErrorAt());
    }
}
