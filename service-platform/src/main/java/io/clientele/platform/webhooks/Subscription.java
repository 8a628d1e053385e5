package io.clientele.platform.webhooks;

import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Whom to tell about which events. Belongs to whoever made it. */
@Entity
@Table(name = "webhook_subscription")
public class Subscription implements Versioned {

    /** Whether deliveries are made. */
    public enum State {
        /** They are. */
        ACTIVE,
        /** They wait until it is activated again. */
        DISABLED
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String url;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> types;

    private @Nullable String subject;

    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "disabled_reason")
    private @Nullable String disabledReason;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Subscription() {}

    @SuppressWarnings("NullAway.Init")
    Subscription(Wish wish, String createdBy, Instant createdAt) {
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.state = State.ACTIVE;
        change(wish);
    }

    /**
     * What the subscriber chooses.
     *
     * @param types only events of these types; empty for all
     * @param subject only events of this aggregate; null for all
     */
    public record Wish(
            String url,
            List<String> types,
            @Nullable String subject,
            @Nullable String description) {}

    void change(Wish wish) {
        url = wish.url();
        types = List.copyOf(wish.types());
        subject = wish.subject();
        description = wish.description();
    }

    void disable(String reason) {
        state = State.DISABLED;
        disabledReason = reason;
    }

    void activate() {
        state = State.ACTIVE;
        disabledReason = null;
    }

    public UUID id() {
        return id;
    }

    public String url() {
        return url;
    }

    public List<String> types() {
        return types;
    }

    public @Nullable String subject() {
        return subject;
    }

    public @Nullable String description() {
        return description;
    }

    public State state() {
        return state;
    }

    /** Why it was disabled; null while it is active. */
    public @Nullable String disabledReason() {
        return disabledReason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public long version() {
        return version;
    }
}
