package io.clientele.accountplan.returns.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.rates.Quote;
import io.clientele.accountplan.returns.ClientReturn;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Returns", description = "What a client or group brings for the capital it binds.")
record ReturnsResponse(
        @Schema(description = "Facilities that are no sub-limits.")
        List<FacilityReturnResponse> facilities,

        @Schema(description = "Their sum; `riskAdjusted` is the lending profit.")
        RarocResponse lending,

        @Schema(description = "Gross revenue of the facilities in a year.")
        Money lendingRevenue,

        @Schema(description = "Of the twelve whole months before the day.")
        Money ancillaryRevenue,

        @Schema(description = "With ancillary revenue after its costs.")
        RarocResponse total,

        @Schema(
                description = "Ancillary / total revenue; absent without revenue.",
                type = SchemaType.STRING,
                examples = "0.310000")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal ancillaryRatio,

        @Schema(
                description = "Fallback beside RAROC: total revenue / exposure at default; absent without exposure.",
                type = SchemaType.STRING,
                examples = "0.055556")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal simpleRatio,

        @Schema(description = "Return on capital the bank asks for.", type = SchemaType.STRING, examples = "0.15")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal hurdle,

        @Schema(description = "Whether `total` is below the hurdle.")
        boolean belowHurdle,

        @Schema(description = "max(0, hurdle x capital - lending profit) / (1 - cost-income ratio).") @Nullable
        Money requiredAncillaryRevenue,

        @Schema(description = "max(0, required - actual).") @Nullable
        Money ancillaryGap,

        @Schema(
                description = "Why these are absent: `cost-income-ratio-too-high`.",
                examples = "cost-income-ratio-too-high")
        @Nullable
        String gapReason,

        @Schema(description = "The quotations used.") List<Quote> rates) {
    static ReturnsResponse from(ClientReturn result, BigDecimal hurdle) {
        return new ReturnsResponse(
                result.facilities().stream().map(FacilityReturnResponse::from).toList(),
                RarocResponse.from(result.lending()),
                result.lendingRevenue(),
                result.ancillaryRevenue(),
                RarocResponse.from(result.total()),
                result.ancillaryRatio(),
                result.simpleRatio(),
                hurdle,
                result.belowHurdle(hurdle),
                result.gap().required(),
                result.gap().gap(),
                result.gap().reason(),
                result.rates());
    }
}
