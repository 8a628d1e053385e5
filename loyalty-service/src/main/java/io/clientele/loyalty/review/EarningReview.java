package io.clientele.loyalty.review;

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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

/** An earning held by a velocity rule. It is opened by the ledger, in the transaction of the earning. */
@Entity
@Table(name = "earning_review")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class EarningReview implements Versioned {

    /** Where a review stands. */
    public enum State {
        /** The points wait. */
        OPEN,
        /** The points were given to the member. */
        RELEASED,
        /** The earning was taken back. */
        REJECTED
    }

    @Id
    private UUID id;

    @Column(name = "programme_id")
    private UUID programmeId;

    @Column(name = "member_id")
    private UUID memberId;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "source_id")
    private String sourceId;

    private String watch;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private @Nullable String remark;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected EarningReview() {}

    /**
     * Decides for or against the earning.
     *
     * @throws ProblemException 403 {@code four-eyes} for who reported it, 409 {@code review-decided}
     */
    void decide(State decision, Caller reviewer, @Nullable String reviewersRemark, Instant now) {
        if (state != State.OPEN) {
            throw ProblemException.conflict("review-decided", "The review is " + state + " already.");
        }
        FourEyes.check(reviewer, List.of(reportedBy));
        state = decision;
        decidedBy = reviewer.id();
        decidedAt = now;
        remark = reviewersRemark;
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

    /** The bank's own id of the activity. */
    public String sourceId() {
        return sourceId;
    }

    /** Key of the velocity rule that holds it. */
    public String watch() {
        return watch;
    }

    public State state() {
        return state;
    }

    /** Who reported the activity. */
    public String reportedBy() {
        return reportedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Who released or rejected it. */
    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    /** What the reviewer remarked. */
    public @Nullable String remark() {
        return remark;
    }

    @Override
    public long version() {
        return version;
    }

    /** Its path. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + "/earning-reviews/" + id;
    }
}
