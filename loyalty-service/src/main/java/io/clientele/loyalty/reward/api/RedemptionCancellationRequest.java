package io.clientele.loyalty.reward.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of a redemption is taken back. */
@Schema(description = "How much of a redemption is taken back.")
record RedemptionCancellationRequest(
        @Schema(description = "Units; all that are left when absent.", minimum = "1", examples = "1")
        @Min(1)
        @Max(1_000_000)
        @Nullable
        Integer quantity) {}
