package io.clientele.accountplan.returns.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.returns.Raroc;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Raroc", description = "Risk-adjusted return on capital, annualised, pre-tax.")
record RarocResponse(
        @Schema(description = "PD x LGD x EAD of a year.") Money expectedLoss,

        @Schema(description = "Gross revenue - funding cost - expected loss - operating cost + return on capital.")
        Money riskAdjusted,

        @Schema(description = "Economic capital.") Money capital,

        @Schema(
                description = "As a fraction: 0.193333 is 19.33 %; absent without capital.",
                type = SchemaType.STRING,
                examples = "0.193333")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal raroc,

        @Schema(description = "Why it is absent: `no-capital`.", examples = "no-capital") @Nullable
        String reason) {
    static RarocResponse from(Raroc raroc) {
        BigDecimal ratio = raroc.ratio();
        return new RarocResponse(
                raroc.expectedLoss(),
                raroc.riskAdjusted(),
                raroc.capital(),
                ratio,
                ratio == null ? "no-capital" : null);
    }
}
