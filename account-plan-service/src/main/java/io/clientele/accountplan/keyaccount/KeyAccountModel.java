package io.clientele.accountplan.keyaccount;

import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A way of choosing key accounts. What it says is in its versions. */
@Entity
@Table(name = "key_account_model")
public class KeyAccountModel implements Versioned {

    /** The path of the collection. */
    public static final String PATH = "/v1/key-account-models";

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(updatable = false)
    private String name;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected KeyAccountModel() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    KeyAccountModel(String name, Caller author, Instant now) {
        this.name = name;
        this.createdBy = author.id();
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return revision;
    }

    public String name() {
        return name;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The path of this model. */
    public String path() {
        return PATH + "/" + id;
    }
}
