package io.clientele.loyalty.reward.api;

import io.clientele.loyalty.reward.Redemption;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a delivery is. */
@Schema(description = "How far a delivery is.", examples = "{\"fulfilment\":\"FULFILLED\",\"reference\":\"pay-4711\"}")
record FulfilmentRequest(
        @Schema(
                description = "`ACCEPTED`, `FULFILLED`, or `FAILED`, which takes the redemption back.",
                examples = "FULFILLED")
        @NotNull
        Redemption.Fulfilment fulfilment,

        @Schema(description = "The deliverer's own id of the delivery.", examples = "pay-4711")
        @Size(min = 1, max = 128)
        @Nullable
        String reference) {

    Redemption.Fulfilment reached() {
        if (fulfilment == Redemption.Fulfilment.REQUESTED) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "A delivery is requested by the redemption.",
                    new FieldError("/fulfilment", "is ACCEPTED, FULFILLED or FAILED"));
        }
        return fulfilment;
    }
}
