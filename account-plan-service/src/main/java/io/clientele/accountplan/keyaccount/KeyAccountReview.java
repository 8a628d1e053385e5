package io.clientele.accountplan.keyaccount;

import io.clientele.platform.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** A run of a model over the whole portfolio, as it was known at an instant. */
@Entity
@Immutable
@Table(name = "key_account_review")
public class KeyAccountReview {

    /** The path of the collection. */
    public static final String PATH = "/v1/key-account-reviews";

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "model_id")
    private UUID modelId;

    private int version;

    @Column(name = "as_of")
    private Instant asOf;

    private boolean effective;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "started_at")
    private Instant startedAt;

    @SuppressWarnings("NullAway.Init")
    protected KeyAccountReview() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    KeyAccountReview(ModelVersion model, Instant asOf, boolean effective, Caller by, Instant now) {
        this.modelId = model.modelId();
        this.version = model.number();
        this.asOf = asOf;
        this.effective = effective;
        this.startedBy = by.id();
        this.startedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID modelId() {
        return modelId;
    }

    /** The version of the model that was in force then. */
    public int version() {
        return version;
    }

    /** Everything counts as it was known at this instant. */
    public Instant asOf() {
        return asOf;
    }

    /** Whether it changed designations; a review of a past instant does not. */
    public boolean effective() {
        return effective;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** The path of this review. */
    public String path() {
        return PATH + "/" + id;
    }
}
