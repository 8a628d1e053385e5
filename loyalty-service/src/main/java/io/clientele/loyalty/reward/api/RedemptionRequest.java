package io.clientele.loyalty.reward.api;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to spend points on: what a reservation holds, or a reward at once. */
@Schema(
        description = "What to spend points on: exactly one of `reservationId` and `rewardId`.",
        examples = "{\"rewardId\":\"01922f0e-4a6e-7d7a-8b8f-4a8f9e110005\",\"quantity\":1}")
record RedemptionRequest(
        @Schema(description = "Redeems what this reservation holds.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110006")
        @Nullable
        UUID reservationId,

        @Schema(
                description = "Redeems this reward at once, without a reservation.",
                examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005")
        @Nullable
        UUID rewardId,

        @Schema(
                description = "Units, with `rewardId` only; 1 when absent.",
                examples = "1",
                minimum = "1",
                maximum = "1000",
                defaultValue = "1")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer quantity) {

    int units() {
        return quantity == null ? 1 : quantity;
    }

    /** Passes when it says one thing. */
    void check() {
        if ((reservationId == null) == (rewardId == null)) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "Say what to redeem: exactly one of reservationId and rewardId.",
                    new FieldError("/rewardId", "is given, or reservationId, not both"));
        }
        if (reservationId != null && quantity != null) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "A reservation is redeemed as a whole.",
                    new FieldError("/quantity", "goes with rewardId only"));
        }
    }
}
