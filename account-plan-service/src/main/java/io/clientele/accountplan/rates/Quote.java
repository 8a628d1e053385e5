package io.clientele.accountplan.rates;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rate a conversion used.
 *
 * @param currency ISO 4217 code
 * @param quotedOn day of the quotation
 * @param rate units of the currency for one unit of the reference currency
 */
@Schema(name = "FxQuote", description = "A reference rate a conversion used.")
public record Quote(
        @Schema(description = "ISO 4217 code.", examples = "USD")
        String currency,

        @Schema(description = "Day of the quotation.", examples = "2026-01-30")
        LocalDate quotedOn,

        @Schema(
                description = "Units of the currency for one unit of the reference currency.",
                type = SchemaType.STRING,
                examples = "1.0852")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate) {}
