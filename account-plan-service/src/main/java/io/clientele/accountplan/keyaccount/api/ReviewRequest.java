package io.clientele.accountplan.keyaccount.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "KeyAccountReviewRequest", description = "A review to be run.")
record ReviewRequest(
        @NotNull @Schema(description = "The model.", examples = "01957c90-2c41-7b12-8a55-1f3e5d7c9b01", required = true)
        UUID modelId,

        @Schema(
                description = "An instant to look back to, without changing anything; now when absent.",
                examples = "2025-12-31T22:59:59Z")
        @Nullable
        Instant asOf) {}
