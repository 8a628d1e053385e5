package io.clientele.accountplan.revenue;

import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.RevenueBooked;
import io.clientele.platform.audit.NotAudited;
import io.clientele.platform.caller.BookFilter;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.hibernate.annotations.Filter;

/** Revenue of one client with one product line in one month and currency, as last booked. */
@Entity
@NotAudited
@Table(name = "revenue")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class RevenueFact {

    @EmbeddedId
    private RevenueId id;

    private BigDecimal amount;

    @Column(name = "as_of")
    private Instant asOf;

    private String source;

    @SuppressWarnings("NullAway.Init")
    protected RevenueFact() {}

    RevenueFact(RevenueId id, RevenueBooked booked) {
        this.id = id;
        this.amount = booked.amount().amount();
        this.asOf = booked.asOf();
        this.source = booked.source();
    }

    /** Takes a newer figure. */
    void write(RevenueBooked newer) {
        amount = newer.amount().amount();
        asOf = newer.asOf();
        source = newer.source();
    }

    /** Whether taking {@code other} would change nothing. */
    boolean knows(RevenueBooked other) {
        return other.asOf().isBefore(asOf)
                || other.asOf().equals(asOf) && other.amount().amount().compareTo(amount) == 0;
    }

    public String clientId() {
        return id.clientId();
    }

    public String productLine() {
        return id.productLine();
    }

    /** First day of the month. */
    public LocalDate month() {
        return id.month();
    }

    public Money amount() {
        return new Money(amount, Currency.getInstance(id.currency()));
    }

    /** When the figure was drawn. */
    public Instant asOf() {
        return asOf;
    }

    /** System the figure comes from. */
    public String source() {
        return source;
    }

    /** The path of the collection it is in. */
    public String path() {
        return "/v1/clients/" + clientId() + "/revenues";
    }
}
