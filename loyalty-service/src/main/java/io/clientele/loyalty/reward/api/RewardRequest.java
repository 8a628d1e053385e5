package io.clientele.loyalty.reward.api;

import io.clientele.contracts.Money;
import io.clientele.loyalty.reward.Benefit;
import io.clientele.loyalty.reward.PurchaseLimit;
import io.clientele.loyalty.reward.Reward;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reward as written by an operator. */
@Schema(
        description = "A reward as written by an operator.",
        examples = "{\"name\":\"Cinema ticket\",\"currency\":\"POINTS\",\"points\":150,\"stock\":100}")
record RewardRequest(
        @Schema(examples = "Cinema ticket") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "Any film, any day.") @Size(max = 2000) @Nullable
        String description,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        @NotNull
        @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "is the code of a currency of points")
        String currency,

        @Schema(description = "Price of one unit in points.", examples = "150", minimum = "1", maximum = "1000000000")
        @Min(1)
        @Max(1_000_000_000)
        long points,

        @Schema(
                description =
                        "Units to be had when it is first offered; absent for no limit. Ignored by a change: stock changes by `stock-changes`.",
                examples = "100",
                minimum = "0",
                maximum = "1000000000")
        @Min(0)
        @Max(1_000_000_000)
        @Nullable
        Long stock,

        @Schema(description = "First instant it can be had; absent for always.", examples = "1994-04-01T00:00:00Z")
        @Nullable
        Instant validFrom,

        @Schema(
                description = "First instant it can no longer be had; absent for never.",
                examples = "1995-04-01T00:00:00Z")
        @Nullable
        Instant validUntil,

        @Schema(description = "What a unit does for the member; absent for what the name says.") @Valid @Nullable
        Benefit benefit,

        @Schema(description = "What a unit is worth; needed for a gift.") @Nullable
        Money value,

        @Schema(
                description = "Whether it is a gift in the sense of the bank's conduct rules; false when absent.",
                examples = "true")
        @Nullable
        Boolean gift,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description =
                        "After which a redemption that was not delivered is taken back, PT1S to P365D; absent when it is delivered at once.",
                examples = "P14D")
        @Nullable
        Duration fulfilWithin,

        @Schema(description = "How many one member may have; absent for no limit.") @Valid @Nullable
        PurchaseLimit limit) {

    private static final Duration LONGEST = Duration.ofDays(365);

    Reward.Offer toOffer() {
        if (fulfilWithin != null && (fulfilWithin.toSeconds() < 1 || fulfilWithin.compareTo(LONGEST) > 0)) {
            throw invalid("/fulfilWithin", "is PT1S to P365D");
        }
        if (value != null && value.amount().signum() <= 0) {
            throw invalid("/value", "is above zero");
        }
        return new Reward.Offer(
                name,
                description,
                currency,
                points,
                validFrom,
                validUntil,
                benefit,
                value,
                Boolean.TRUE.equals(gift),
                fulfilWithin,
                limit);
    }

    private static ProblemException invalid(String pointer, String allowed) {
        return ProblemException.ruleViolated(
                "invalid-field", "The reward cannot be offered like this.", new FieldError(pointer, allowed));
    }
}
