package io.clientele.accountplan.keyaccount;

import io.clientele.contracts.accountplans.KeyAccountDesignated;
import io.clientele.contracts.accountplans.KeyAccountRemoved;
import io.clientele.contracts.accountplans.RemovalReason;
import io.clientele.platform.caller.BookFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** That a client was a key account from an instant to another, and on what basis. */
@Entity
@Table(name = "key_account")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class KeyAccount {

    /** The path of the collection. */
    public static final String PATH = "/v1/key-accounts";

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "client_id", updatable = false)
    private String clientId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Basis basis;

    @Nullable
    @Column(name = "model_id", updatable = false)
    private UUID modelId;

    @Nullable
    @Column(name = "review_id", updatable = false)
    private UUID reviewId;

    @Nullable
    @Column(name = "override_id", updatable = false)
    private UUID overrideId;

    @Column(name = "from_at", updatable = false)
    private Instant fromAt;

    @Nullable
    @Column(name = "until_at")
    private Instant untilAt;

    @Nullable
    @Column(name = "ended_reason")
    private String endedReason;

    @SuppressWarnings("NullAway.Init")
    protected KeyAccount() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    private KeyAccount(
            String clientId,
            Basis basis,
            @Nullable UUID modelId,
            @Nullable UUID reviewId,
            @Nullable UUID overrideId,
            Instant from) {
        this.clientId = clientId;
        this.basis = basis;
        this.modelId = modelId;
        this.reviewId = reviewId;
        this.overrideId = overrideId;
        this.fromAt = from;
    }

    /** Designated by its score. */
    static KeyAccount by(KeyAccountReview review, String clientId) {
        return new KeyAccount(clientId, Basis.REVIEW, review.modelId(), review.id(), null, review.asOf());
    }

    /** Designated by people. */
    static KeyAccount by(KeyAccountOverride override, Instant now) {
        return new KeyAccount(override.clientId(), Basis.OVERRIDE, null, null, override.id(), now);
    }

    /** Ends it; nothing ends before it began. */
    void end(String reason, Instant now) {
        untilAt = now.isAfter(fromAt) ? now : fromAt;
        endedReason = reason;
    }

    KeyAccountDesignated designated(@Nullable BigDecimal score, String by, Instant now) {
        return new KeyAccountDesignated(clientId, basis.name(), modelId, reviewId, overrideId, score, now, by, path());
    }

    KeyAccountRemoved removed(
            RemovalReason reason, @Nullable UUID review, @Nullable BigDecimal score, String by, Instant now) {
        return new KeyAccountRemoved(clientId, reason, review, score, now, by, path());
    }

    public UUID id() {
        return id;
    }

    public String clientId() {
        return clientId;
    }

    public Basis basis() {
        return basis;
    }

    /** The model whose review designated it; null for an override. */
    public @Nullable UUID modelId() {
        return modelId;
    }

    public @Nullable UUID reviewId() {
        return reviewId;
    }

    public @Nullable UUID overrideId() {
        return overrideId;
    }

    public Instant fromAt() {
        return fromAt;
    }

    /** The path of the client among the key accounts. */
    public String path() {
        return PATH + "/" + clientId;
    }
}
