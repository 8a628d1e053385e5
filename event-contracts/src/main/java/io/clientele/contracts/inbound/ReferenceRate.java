package io.clientele.contracts.inbound;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The reference rate of a currency for one day.
 *
 * @param base ISO 4217 code of the currency the rate is quoted against, the reference currency of the bank
 * @param currency ISO 4217 code of the quoted currency
 * @param quotedOn day of the quotation
 * @param rate units of the currency for one unit of the base, above 0
 * @param source who quotes it
 */
@Event(
        type = "io.clientele.reference-rates.rate.quoted.v1",
        topic = Topics.REFERENCE_RATES,
        summary =
                "The treasury quotes the reference rate of a currency for a day; quoted again it replaces the former.")
public record ReferenceRate(String base, String currency, LocalDate quotedOn, BigDecimal rate, String source)
        implements DomainEvent {

    public ReferenceRate {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(quotedOn, "quotedOn");
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(source, "source");
    }

    @Override
    public String subject() {
        return currency;
    }
}
