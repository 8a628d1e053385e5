package io.clientele.accountplan.rates;

import io.clientele.contracts.inbound.ReferenceRate;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The reference rate of a currency for one day. */
@Entity
@Table(name = "reference_rate")
public class QuotedRate {

    @EmbeddedId
    private RateId id;

    private BigDecimal rate;

    private String source;

    @Column(name = "recorded_by")
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected QuotedRate() {}

    QuotedRate(ReferenceRate quoted, String recordedBy) {
        this.id = new RateId(quoted.currency(), quoted.quotedOn());
        this.rate = quoted.rate();
        this.source = quoted.source();
        this.recordedBy = recordedBy;
    }

    void correct(ReferenceRate quoted, String by) {
        rate = quoted.rate();
        source = quoted.source();
        recordedBy = by;
    }

    public String currency() {
        return id.currency();
    }

    public LocalDate quotedOn() {
        return id.quotedOn();
    }

    /** Units of the currency for one unit of the reference currency. */
    public BigDecimal rate() {
        BigDecimal shortest = rate.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** Who quotes it. */
    public String source() {
        return source;
    }

    /** User id of who recorded it last. */
    public String recordedBy() {
        return recordedBy;
    }

    /** The path of this rate. */
    public String path() {
        return "/v1/fx-rates/" + currency() + "/" + quotedOn();
    }
}
