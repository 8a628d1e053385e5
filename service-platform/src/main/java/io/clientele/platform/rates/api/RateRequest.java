package io.clientele.platform.rates.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.contracts.inbound.ReferenceRate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FxRateRequest", description = "A reference rate for one day.")
public record RateRequest(
        @NotBlank
        @Pattern(regexp = "[A-Z]{3}")
        @Schema(
                description = "The currency the rate is quoted against: the reference currency of the bank.",
                examples = "EUR",
                required = true)
        String base,

        @NotBlank
        @Pattern(regexp = "[A-Z]{3}")
        @Schema(description = "ISO 4217 code of the quoted currency.", examples = "USD", required = true)
        String currency,

        @NotNull @Schema(description = "Day of the quotation.", examples = "2026-01-30", required = true)
        LocalDate quotedOn,

        @NotNull
        @Schema(
                description = "Units of the currency for one unit of the base.",
                type = SchemaType.STRING,
                examples = "1.0852",
                required = true)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate,

        @NotBlank @Size(max = 100) @Schema(description = "Who quotes it.", examples = "treasury", required = true)
        String source) {

    /** The quotation. */
    public ReferenceRate quoted() {
        return new ReferenceRate(base, currency, quotedOn, rate, source);
    }
}
