package io.clientele.accountplan.alert;

import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Something that asks for attention, from when it was seen until it is cured. */
@Entity
@Table(name = "alert")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Alert implements Versioned {

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
    private AlertKind kind;

    @Column(updatable = false)
    private String path;

    @Column(name = "raised_at", updatable = false)
    private Instant raisedAt;

    @Nullable
    @Column(name = "acknowledged_by")
    private String acknowledgedBy;

    @Nullable
    @Column(name = "snoozed_until")
    private LocalDate snoozedUntil;

    @SuppressWarnings("NullAway.Init")
    protected Alert() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    Alert(String clientId, Finding finding, Instant now) {
        this.clientId = clientId;
        this.kind = finding.kind();
        this.path = finding.path();
        this.raisedAt = now;
    }

    /**
     * What was found.
     *
     * @param path of the resource it is about
     */
    record Finding(AlertKind kind, String path) {}

    Finding finding() {
        return new Finding(kind, path);
    }

    /** Somebody has seen it: it stays until cured, and asks no more. */
    void acknowledge(Caller by) {
        acknowledgedBy = by.id();
    }

    /** Asks no more until that day. */
    void snooze(LocalDate until) {
        snoozedUntil = until;
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

    public AlertKind kind() {
        return kind;
    }

    /** Path of the resource it is about. */
    public String path() {
        return path;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public @Nullable String acknowledgedBy() {
        return acknowledgedBy;
    }

    public @Nullable LocalDate snoozedUntil() {
        return snoozedUntil;
    }
}
