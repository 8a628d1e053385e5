package io.clientele.loyalty.reward.api;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to lock points for. */
@Schema(
        description = "What to lock points for.",
        examples = "{\"rewardId\":\"01922f0e-4a6e-7d7a-8b8f-4a8f9e110005\",\"quantity\":1,\"holdFor\":\"PT15M\"}")
record ReservationRequest(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005") @NotNull
        UUID rewardId,

        @Schema(
                description = "Units; 1 when absent.",
                examples = "1",
                minimum = "1",
                maximum = "1000",
                defaultValue = "1")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer quantity,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "After which the reservation ends by itself, PT1S to P90D; PT15M when absent.",
                examples = "PT15M",
                defaultValue = "PT15M")
        @Nullable
        Duration holdFor) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    int units() {
        return quantity == null ? 1 : quantity;
    }

    Duration hold() {
        Duration hold = holdFor == null ? Duration.ofMinutes(15) : holdFor;
        if (hold.compareTo(SHORTEST) < 0 || hold.compareTo(LONGEST) > 0) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "A reservation holds for a second to 90 days.",
                    new FieldError("/holdFor", "is PT1S to P90D"));
        }
        return hold;
    }
}
