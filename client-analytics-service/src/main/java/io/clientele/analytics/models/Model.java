package io.clientele.analytics.models;

import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A model that scores clients. Its meaning is in its versions, of which at most one is in use. */
@Entity
@Table(name = "analytics_model")
public class Model implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ModelKind kind;

    private String name;

    @Nullable
    private String description;

    @Nullable
    private Integer approvedVersion;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Model() {}

    @SuppressWarnings("NullAway.Init")
    Model(ModelKind kind, String name, @Nullable String description, Caller creator, Instant now) {
        this.kind = kind;
        this.name = name;
        this.description = description;
        this.createdBy = creator.id();
        this.createdAt = now;
    }

    /** From now on {@code number} is in use; the former one is returned, null if there was none. */
    @Nullable
    Integer use(int number) {
        Integer former = approvedVersion;
        approvedVersion = number;
        return former;
    }

    public UUID id() {
        return id;
    }

    public ModelKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    /** The number of the version in use; null = none. */
    public @Nullable Integer approvedVersion() {
        return approvedVersion;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The path of this model. */
    public String link() {
        return kind.path() + "/" + id;
    }

    @Override
    public long version() {
        return version;
    }
}
