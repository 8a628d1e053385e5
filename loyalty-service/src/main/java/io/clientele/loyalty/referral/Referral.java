package io.clientele.loyalty.referral;

import io.clientele.loyalty.member.Member;
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
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A member says to have brought a client. */
@Entity
@Table(name = "referral")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Referral implements Versioned {

    /** Where a referral stands. */
    public enum State {
        OPEN,
        /** Both were rewarded. */
        ACCEPTED,
        REJECTED
    }

    /** What speaks against a referral. */
    public enum Finding {
        /** The member brings itself. */
        SELF_REFERRAL,
        /** Both save in one household or company, or belong to one group. */
        SAME_HOUSEHOLD,
        /** The client had brought the member, itself or through others. */
        RING,
        /** Somebody else has brought the client. */
        BROUGHT_BEFORE,
        /** The client is no member, or was one before the referral. */
        NOT_A_NEW_MEMBER,
        /** Another reason, found by the one who decides. */
        OTHER
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "programme_id")
    private UUID programmeId;

    @Column(name = "member_id")
    private UUID memberId;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "referred_client_id")
    private String referredClientId;

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

    @Enumerated(EnumType.STRING)
    private @Nullable Finding reason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Referral() {}

    @SuppressWarnings("NullAway.Init")
    Referral(Member member, String referredClientId, Caller opener, Instant now) {
        this.programmeId = member.programmeId();
        this.memberId = member.id();
        this.clientId = member.clientId();
        this.referredClientId = referredClientId;
        this.state = State.OPEN;
        this.openedBy = opener.id();
        this.openedAt = now;
    }

    /**
     * Is accepted.
     *
     * @param findings what speaks against it now
     * @throws ProblemException 403 {@code four-eyes}, 409 {@code referral-decided}, {@code referral-suspicious}
     */
    void accept(Caller decider, List<Finding> findings, Instant now) {
        decide(State.ACCEPTED, decider, now);
        if (!findings.isEmpty()) {
            throw ProblemException.conflict(
                    "referral-suspicious", "This speaks against the referral: " + findings + ". It can be rejected.");
        }
    }

    /** Is rejected. */
    void reject(Caller decider, Finding why, Instant now) {
        decide(State.REJECTED, decider, now);
        reason = why;
    }

    private void decide(State decision, Caller decider, Instant now) {
        if (state != State.OPEN) {
            throw ProblemException.conflict("referral-decided", "The referral is " + state + " already.");
        }
        FourEyes.check(decider, List.of(openedBy));
        state = decision;
        decidedBy = decider.id();
        decidedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID programmeId() {
        return programmeId;
    }

    /** Who brings. */
    public UUID memberId() {
        return memberId;
    }

    /** The client of who brings. */
    public String clientId() {
        return clientId;
    }

    /** Who is brought. */
    public String referredClientId() {
        return referredClientId;
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

    /** Who accepted or rejected it. */
    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    /** Why it was rejected. */
    public @Nullable Finding reason() {
        return reason;
    }

    @Override
    public long version() {
        return version;
    }

    /** Its path. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + "/referrals/" + id;
    }
}
