package io.clientele.loyalty.correction;

import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.FourEyes;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

/** Points credited or taken by hand; above the programme's limit only when somebody else approves. */
@Entity
@Table(name = "adjustment")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Adjustment implements Versioned {

    /** Where an adjustment stands. */
    public enum State {
        /** Waits for a second person. */
        PROPOSED,
        /** In the ledger. */
        POSTED,
        /** Refused by the second person. */
        REJECTED
    }

    /** Why points are adjusted. */
    public enum Reason {
        GOODWILL,
        /** A claim for points that were not credited. */
        MISSING_POINTS,
        CORRECTION,
        /** Points taken over from another system. */
        MIGRATION,
        FRAUD
    }

    /**
     * What is to be adjusted.
     *
     * @param points credited, or below zero for points taken
     * @param reference the bank's own id of the case; null for none
     * @param expiresOn last business day of points credited; null when they do not expire
     */
    public record Proposal(
            String currency,
            long points,
            Reason reason,
            @Nullable String reference,
            @Nullable LocalDate expiresOn) {}

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "programme_id")
    private UUID programmeId;

    @Column(name = "member_id")
    private UUID memberId;

    @Column(name = "client_id")
    private String clientId;

    private String currency;

    private long points;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private @Nullable String reference;

    @Column(name = "expires_on")
    private @Nullable LocalDate expiresOn;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "transaction_id")
    private @Nullable UUID transactionId;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Adjustment() {}

    @SuppressWarnings("NullAway.Init")
    Adjustment(UUID programmeId, UUID memberId, String clientId, Proposal proposal, Caller proposer, Instant now) {
        this.programmeId = programmeId;
        this.memberId = memberId;
        this.clientId = clientId;
        this.currency = proposal.currency();
        this.points = proposal.points();
        this.reason = proposal.reason();
        this.reference = proposal.reference();
        this.expiresOn = proposal.expiresOn();
        this.state = State.PROPOSED;
        this.proposedBy = proposer.id();
        this.proposedAt = now;
    }

    /** Goes to the ledger without a second person. */
    void post(UUID transaction) {
        requireProposed();
        state = State.POSTED;
        transactionId = transaction;
    }

    /** Goes to the ledger with a second person's approval. */
    void approve(Caller approver, UUID transaction, Instant now) {
        post(transaction);
        decide(approver, now);
    }

    void reject(Caller approver, Instant now) {
        requireProposed();
        requireOther(approver);
        state = State.REJECTED;
        decide(approver, now);
    }

    /** Passes for whoever may decide. */
    void requireDecidableBy(Caller approver) {
        requireProposed();
        requireOther(approver);
    }

    private void requireOther(Caller approver) {
        FourEyes.check(approver, List.of(proposedBy));
    }

    private void decide(Caller approver, Instant now) {
        decidedBy = approver.id();
        decidedAt = now;
    }

    private void requireProposed() {
        if (state != State.PROPOSED) {
            throw ProblemException.conflict("adjustment-decided", "The adjustment is " + state + " already.");
        }
    }

    public UUID id() {
        return id;
    }

    public UUID programmeId() {
        return programmeId;
    }

    public UUID memberId() {
        return memberId;
    }

    public String currency() {
        return currency;
    }

    /** Credited, or below zero for points taken. */
    public long points() {
        return points;
    }

    public Reason reason() {
        return reason;
    }

    /** The bank's own id of the case. */
    public @Nullable String reference() {
        return reference;
    }

    /** Last business day of points credited. */
    public @Nullable LocalDate expiresOn() {
        return expiresOn;
    }

    public State state() {
        return state;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** Who approved or rejected it. */
    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    /** Its posting in the ledger. */
    public @Nullable UUID transactionId() {
        return transactionId;
    }

    @Override
    public long version() {
        return version;
    }

    /** Its path. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + "/adjustments/" + id;
    }
}
