package io.clientele.loyalty.reward.api;

import io.clientele.loyalty.reward.Reward;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
        Instant validUntil) {

    Reward.Offer toOffer() {
        return new Reward.Offer(name, description, currency, points, validFrom, validUntil);
    }
}
