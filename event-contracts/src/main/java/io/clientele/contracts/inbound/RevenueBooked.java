package io.clientele.contracts.inbound;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Money;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Revenue of one client with one product line in one month and currency.
 *
 * @param clientId the bank's own client number: the legal entity that brought it
 * @param productLine code of the product line, such as {@code cash-management}
 * @param month first day of the month
 * @param amount gross revenue of the month; negative for a correction
 * @param asOf when the figure was drawn; an older one changes nothing
 * @param source system the figure comes from
 */
@Event(
        type = "io.clientele.revenues.revenue.booked.v1",
        topic = Topics.REVENUES,
        summary =
                "The bank books what a client brought in a month with a product line; booked again it replaces the former.")
public record RevenueBooked(
        String clientId, String productLine, LocalDate month, Money amount, Instant asOf, String source)
        implements DomainEvent {

    public RevenueBooked {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(productLine, "productLine");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(source, "source");
    }

    @Override
    public String subject() {
        return clientId;
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
