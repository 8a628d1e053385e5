package io.clientele.platform.rates.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FxRate", description = "A reference rate for one day.")
public record RateResponse(
        @Schema(
                description = "The currency the rate is quoted against: the reference currency of the bank.",
                examples = "EUR")
        String base,

        @Schema(description = "ISO 4217 code of the quoted currency.", examples = "USD")
        String currency,

        @Schema(description = "Day of the quotation.", examples = "2026-01-30")
        LocalDate quotedOn,

        @Schema(
                description = "Units of the currency for one unit of the base.",
                type = SchemaType.STRING,
                examples = "1.0852")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate,

        @Schema(description = "Who quotes it.", examples = "treasury")
        String source,

        @Schema(description = "Who recorded it last.", examples = "treasury-feed")
        String recordedBy) {}
