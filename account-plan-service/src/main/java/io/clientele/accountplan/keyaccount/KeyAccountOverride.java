package io.clientele.accountplan.keyaccount;

import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.FourEyes;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** What people decide about a client beside the models: with a reason, a second person, and to the end of a day. */
@Entity
@Table(name = "key_account_override")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class KeyAccountOverride implements Versioned {

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
    private OverrideKind kind;

    @Column(updatable = false)
    private String reason;

    @Column(name = "valid_until", updatable = false)
    private LocalDate validUntil;

    @Column(name = "requested_by", updatable = false)
    private String requestedBy;

    @Column(name = "requested_at", updatable = false)
    private Instant requestedAt;

    @Nullable
    @Column(name = "approved_by")
    private String approvedBy;

    @Nullable
    @Column(name = "approved_at")
    private Instant approvedAt;

    @Nullable
    @Column(name = "ended_by")
    private String endedBy;

    @Nullable
    @Column(name = "ended_at")
    private Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected KeyAccountOverride() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    KeyAccountOverride(
            String clientId, OverrideKind kind, String reason, LocalDate validUntil, Caller by, Instant now) {
        this.clientId = clientId;
        this.kind = kind;
        this.reason = reason;
        this.validUntil = validUntil;
        this.requestedBy = by.id();
        this.requestedAt = now;
    }

    /**
     * A second person agrees.
     *
     * @throws ProblemException 409 {@code override-approved}, {@code override-over}, 403 {@code four-eyes}
     */
    void approve(Caller by, LocalDate today, Instant now) {
        requireOpen();
        if (approvedAt != null) {
            throw ProblemException.conflict("override-approved", "The override was approved already.");
        }
        if (validUntil.isBefore(today)) {
            throw ProblemException.conflict("override-over", "The override's last day is past.");
        }
        FourEyes.check(by, List.of(requestedBy));
        approvedBy = by.id();
        approvedAt = now;
    }

    /**
     * It holds no more.
     *
     * @throws ProblemException 409 {@code override-over}
     */
    void end(String by, Instant now) {
        requireOpen();
        endedBy = by;
        endedAt = now;
    }

    private void requireOpen() {
        if (endedAt != null) {
            throw ProblemException.conflict("override-over", "The override is over.");
        }
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

    public OverrideKind kind() {
        return kind;
    }

    public String reason() {
        return reason;
    }

    /** The last day it holds. */
    public LocalDate validUntil() {
        return validUntil;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    /** It holds from then on. */
    public @Nullable Instant approvedAt() {
        return approvedAt;
    }

    public @Nullable String endedBy() {
        return endedBy;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** The path of this override. */
    public String path() {
        return KeyAccount.PATH + "/" + clientId + "/overrides/" + id;
    }
}
