package io.clientele.loyalty.member;

import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.caller.Caller;
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
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A client's membership in a programme. */
@Entity
@Table(name = "member")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Member implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "programme_id")
    private UUID programmeId;

    @Column(name = "client_id")
    private String clientId;

    @Enumerated(EnumType.STRING)
    private MemberState state;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @Column(name = "enrolled_on")
    private LocalDate enrolledOn;

    @Column(name = "segment_id")
    private @Nullable UUID segmentId;

    @Column(name = "enrolled_by")
    private String enrolledBy;

    @Column(name = "suspended_at")
    private @Nullable Instant suspendedAt;

    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    @Column(name = "terms_version")
    private @Nullable String termsVersion;

    @Column(name = "terms_accepted_at")
    private @Nullable Instant termsAcceptedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    /**
     * A membership from {@code now} on.
     *
     * @param segmentId segment that made the client eligible; null for none
     */
    @SuppressWarnings("NullAway.Init")
    Member(LoyaltyProgramme programme, String clientId, @Nullable UUID segmentId, Caller actor, Instant now) {
        this.programmeId = programme.id();
        this.clientId = clientId;
        this.state = MemberState.ACTIVE;
        this.joinedAt = now;
        this.enrolledOn = now.atZone(programme.timeZone()).toLocalDate();
        this.segmentId = segmentId;
        this.enrolledBy = actor.id();
    }

    void accept(String terms, Instant now) {
        requireNotLeft();
        termsVersion = terms;
        termsAcceptedAt = now;
    }

    void suspend(Instant now) {
        require(MemberState.ACTIVE);
        state = MemberState.SUSPENDED;
        suspendedAt = now;
    }

    void resume() {
        require(MemberState.SUSPENDED);
        state = MemberState.ACTIVE;
        suspendedAt = null;
    }

    void leave(Instant now) {
        requireNotLeft();
        state = MemberState.LEFT;
        suspendedAt = null;
        leftAt = now;
    }

    /**
     * Passes when the member earns and spends.
     *
     * @throws ProblemException 409 {@code member-not-active}
     */
    public void requireActive() {
        require(MemberState.ACTIVE);
    }

    private void requireNotLeft() {
        if (state == MemberState.LEFT) {
            throw ProblemException.conflict("member-left", "The member left before.");
        }
    }

    private void require(MemberState needed) {
        if (state != needed) {
            throw ProblemException.conflict(
                    "member-not-" + needed.name().toLowerCase(java.util.Locale.ROOT),
                    "The member is " + state + "; this needs " + needed + ".");
        }
    }

    public UUID id() {
        return id;
    }

    public UUID programmeId() {
        return programmeId;
    }

    public String clientId() {
        return clientId;
    }

    public MemberState state() {
        return state;
    }

    /** From when activity earns. */
    public Instant joinedAt() {
        return joinedAt;
    }

    /** First business day of the membership. */
    public LocalDate enrolledOn() {
        return enrolledOn;
    }

    /** Segment that made the client eligible. */
    public @Nullable UUID segmentId() {
        return segmentId;
    }

    public String enrolledBy() {
        return enrolledBy;
    }

    /** The terms accepted last, by the bank's name of them. */
    public @Nullable String termsVersion() {
        return termsVersion;
    }

    public @Nullable Instant termsAcceptedAt() {
        return termsAcceptedAt;
    }

    @Override
    public long version() {
        return version;
    }

    /** Its path. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + "/members/" + id;
    }
}
