package io.clientele.loyalty.member;

import io.clientele.contracts.loyalty.LeaveReason;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    @Enumerated(EnumType.STRING)
    @Column(name = "leave_reason")
    private @Nullable LeaveReason leaveReason;

    @Column(name = "points_end_at")
    private @Nullable Instant pointsEndAt;

    @Column(name = "merged_into")
    private @Nullable UUID mergedInto;

    @ElementCollection
    @CollectionTable(name = "member_state_change", joinColumns = @JoinColumn(name = "member_id"))
    @OrderColumn(name = "number")
    private List<MemberStateChange> stateChanges = new ArrayList<>();

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
        this.joinedAt = now;
        this.enrolledOn = now.atZone(programme.timeZone()).toLocalDate();
        this.segmentId = segmentId;
        this.enrolledBy = actor.id();
        enter(MemberState.ACTIVE, actor, null, now);
    }

    /** The membership of a client who turned out to be the former's: as long a member, by the same terms, in the same state. */
    static Member inPlaceOf(Member former, String clientId, Caller actor, Instant now) {
        Member survivor = new Member();
        survivor.programmeId = former.programmeId;
        survivor.clientId = clientId;
        survivor.joinedAt = former.joinedAt;
        survivor.enrolledOn = former.enrolledOn;
        survivor.segmentId = former.segmentId;
        survivor.enrolledBy = former.enrolledBy;
        survivor.termsVersion = former.termsVersion;
        survivor.termsAcceptedAt = former.termsAcceptedAt;
        survivor.suspendedAt = former.suspendedAt;
        survivor.enter(former.state, actor, null, now);
        return survivor;
    }

    void accept(String terms, Instant now) {
        requireNotLeft();
        termsVersion = terms;
        termsAcceptedAt = now;
    }

    void suspend(Caller actor, String reason, Instant now) {
        require(MemberState.ACTIVE);
        suspendedAt = now;
        enter(MemberState.SUSPENDED, actor, reason, now);
    }

    void resume(Caller actor, String reason, Instant now) {
        require(MemberState.SUSPENDED);
        suspendedAt = null;
        enter(MemberState.ACTIVE, actor, reason, now);
    }

    /**
     * Ends it for good.
     *
     * @param pointsEnd when the points end that are left; null for by their own expiry
     */
    void leave(Caller actor, LeaveReason reason, @Nullable Instant pointsEnd, Instant now) {
        requireNotLeft();
        suspendedAt = null;
        leftAt = now;
        leaveReason = reason;
        pointsEndAt = pointsEnd;
        enter(MemberState.LEFT, actor, null, now);
    }

    /** Ends it because the client is another one, whose membership goes on. */
    void mergeInto(Member survivor, Caller actor, Instant now) {
        mergedInto = survivor.id;
        leave(actor, LeaveReason.MERGED, now, now);
    }

    /** Begins anew after it had ended, because a membership that goes on is merged into it. */
    void rejoin(Caller actor, Instant now) {
        require(MemberState.LEFT);
        leftAt = null;
        leaveReason = null;
        pointsEndAt = null;
        mergedInto = null;
        enter(MemberState.ACTIVE, actor, null, now);
    }

    private void enter(MemberState next, Caller actor, @Nullable String reason, Instant now) {
        state = next;
        stateChanges.add(new MemberStateChange(next, now, actor.id(), reason));
    }

    /**
     * Passes when the member can spend at {@code now}: an active one, and a former one while the policy of the programme
     * still lets points be spent.
     *
     * @throws ProblemException 409 {@code member-not-active}
     */
    public void requireSpending(Instant now) {
        boolean stillSpends = leaveReason == LeaveReason.DEPARTED && pointsEndAt != null && now.isBefore(pointsEndAt);
        if (!stillSpends) {
            requireActive();
        }
    }

    /**
     * Passes when the member earns and spends.
     *
     * @throws ProblemException 409 {@code member-not-active}
     */
    public void requireActive() {
        require(MemberState.ACTIVE);
    }

    /**
     * Passes while the membership lasts.
     *
     * @throws ProblemException 409 {@code member-left}
     */
    public void requireNotLeft() {
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

    /** Why it ended. */
    public @Nullable LeaveReason leaveReason() {
        return leaveReason;
    }

    /** When the points of a former member end; null for by their own expiry. */
    public @Nullable Instant pointsEndAt() {
        return pointsEndAt;
    }

    /** The membership that goes on in its place. */
    public @Nullable UUID mergedInto() {
        return mergedInto;
    }

    /** The states it has been in, oldest first. */
    public List<MemberStateChange> stateChanges() {
        return List.copyOf(stateChanges);
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
