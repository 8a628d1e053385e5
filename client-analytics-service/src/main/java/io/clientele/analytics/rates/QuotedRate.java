package io.clientele.analytics.rates;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The reference rate of a currency for one day.
 *
 * @param currency ISO 4217 code
 * @param quotedOn day of the quotation
 * @param rate units of the currency for one unit of the reference currency, above 0
 * @param source who quotes it
 * @param recordedBy user id of who recorded it last
 */
public record QuotedRate(String currency, LocalDate quotedOn, BigDecimal rate, String source, String recordedBy) {

    public QuotedRate {
        rate = rate.stripTrailingZeros();
        rate = rate.scale() < 0 ? rate.setScale(0) : rate;
    }

    /** The path of this rate. */
    public String path() {
        return "/v1/fx-rates/" + currency + "/" + quotedOn;
    }
}
