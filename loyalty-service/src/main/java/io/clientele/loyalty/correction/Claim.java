package io.clientele.loyalty.correction;

import io.clientele.platform.audit.Personal;
import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.FourEyes;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A member's claim for points that were not credited. What is granted is an adjustment: up to the programme's limit it
 * moves points at once, above it when a second person approves it.
 */
@Entity
@Table(name = "claim")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Claim implements Versioned {

    /** Where a claim stands. */
    public enum State {
        /** Waits for a decision. */
        OPEN,
        /** Points were granted, all or some; the adjustment says whether they have moved. */
        GRANTED,
        REJECTED,
        /** Taken back by the member. */
        WITHDRAWN
    }

    /**
     * What is claimed.
     *
     * @param points the member misses, 1 to 1,000,000,000,000
     * @param activityType what the member did
     * @param happenedOn business day of it
     * @param evidence what shows it; null for none
     */
    public record Case(
            String currency,
            long points,
            String activityType,
            LocalDate happenedOn,
            @Nullable String evidence) {}

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

    @Column(name = "activity_type")
    private String activityType;

    @Column(name = "happened_on")
    private LocalDate happenedOn;

    @Personal
    private @Nullable String evidence;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private @Nullable String answer;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "adjustment_id")
    private @Nullable Adjustment adjustment;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Claim() {}

    @SuppressWarnings("NullAway.Init")
    Claim(UUID programmeId, UUID memberId, String clientId, Case claimed, Caller opener, Instant now) {
        this.programmeId = programmeId;
        this.memberId = memberId;
        this.clientId = clientId;
        this.currency = claimed.currency();
        this.points = claimed.points();
        this.activityType = claimed.activityType();
        this.happenedOn = claimed.happenedOn();
        this.evidence = claimed.evidence();
        this.state = State.OPEN;
        this.openedBy = opener.id();
        this.openedAt = now;
    }

    /** Passes for whoever may decide. */
    void requireDecidableBy(Caller decider) {
        requireOpen();
        FourEyes.check(decider, List.of(openedBy));
    }

    void grant(Adjustment granted, Caller decider, @Nullable String words, Instant now) {
        requireDecidableBy(decider);
        adjustment = granted;
        decide(State.GRANTED, decider, words, now);
    }

    void reject(Caller decider, String words, Instant now) {
        requireDecidableBy(decider);
        decide(State.REJECTED, decider, words, now);
    }

    void withdraw(Caller actor, Instant now) {
        requireOpen();
        decide(State.WITHDRAWN, actor, null, now);
    }

    private void decide(State decision, Caller decider, @Nullable String words, Instant now) {
        state = decision;
        decidedBy = decider.id();
        decidedAt = now;
        answer = words;
    }

    private void requireOpen() {
        if (state != State.OPEN) {
            throw ProblemException.conflict("claim-decided", "The claim is " + state + " already.");
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

    /** The member misses. */
    public long points() {
        return points;
    }

    public String activityType() {
        return activityType;
    }

    public LocalDate happenedOn() {
        return happenedOn;
    }

    /** What shows it; empty after the person was erased. */
    public @Nullable String evidence() {
        return evidence;
    }

    public State state() {
        return state;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    /** What the member is told. */
    public @Nullable String answer() {
        return answer;
    }

    /** What was granted. */
    public Optional<Adjustment> adjustment() {
        return Optional.ofNullable(adjustment);
    }

    @Override
    public long version() {
        return version;
    }

    /** Its path. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + "/claims/" + id;
    }
}
