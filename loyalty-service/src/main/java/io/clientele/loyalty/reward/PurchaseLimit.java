package io.clientele.loyalty.reward;

import io.clientele.loyalty.rules.CapPeriod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many units of a reward one member may have in a calendar period of the programme.
 *
 * @param units 1 to 1,000,000
 */
@Schema(
        name = "PurchaseLimit",
        description = "How many units one member may have in a calendar period of the programme.")
public record PurchaseLimit(
        @Schema(minimum = "1", maximum = "1000000", examples = "2") @Min(1) @Max(1_000_000)
        int units,

        @Schema(examples = "MONTH") @NotNull CapPeriod period) {}
