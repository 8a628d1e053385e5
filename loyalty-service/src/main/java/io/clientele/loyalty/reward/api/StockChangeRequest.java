package io.clientele.loyalty.reward.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Units to add to a stock. */
@Schema(description = "Units to add to the stock, or to take from it.", examples = "{\"units\":50}")
record StockChangeRequest(
        @Schema(
                description = "Added when above zero, removed when below.",
                examples = "50",
                minimum = "-1000000000",
                maximum = "1000000000")
        @Min(-1_000_000_000)
        @Max(1_000_000_000)
        long units) {}
