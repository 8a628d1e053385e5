package io.clientele.accountplan.wallet;

import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.UuidGenerator;

/** What a client spends in a year on a product line in a country with one holder. */
@Entity
@Table(name = "wallet_estimate")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class WalletEstimate implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "client_id", updatable = false)
    private String clientId;

    @Embedded
    private WalletEstimateTerms terms;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected WalletEstimate() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    WalletEstimate(String clientId, WalletEstimateTerms terms, Caller author, Instant now) {
        this.clientId = clientId;
        this.terms = terms;
        this.createdBy = author.id();
        this.createdAt = now;
        this.changedBy = author.id();
        this.changedAt = now;
    }

    void change(WalletEstimateTerms changed, Caller author, Instant now) {
        terms = changed;
        changed(author, now);
    }

    private void changed(Caller by, Instant now) {
        changedBy = by.id();
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusNanos(1000);
    }

    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return revision;
    }

    public String clientId() {
        return clientId;
    }

    public WalletEstimateTerms terms() {
        return terms;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** The path of the wallet estimate. */
    public String path() {
        return "/v1/clients/" + clientId + "/wallet-estimates/" + id;
    }
}
