package io.clientele.loyalty.member;

import io.clientele.contracts.loyalty.LeaveReason;
import io.clientele.contracts.loyalty.MemberEnrolled;
import io.clientele.contracts.loyalty.MemberLeft;
import io.clientele.contracts.loyalty.MemberResumed;
import io.clientele.contracts.loyalty.MemberSuspended;
import io.clientele.loyalty.ledger.EndingPoints;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes clients members, suspends members and lets them go. */
@ApplicationScoped
public class Enrolling {

    private final Programmes programmes;
    private final Members members;
    private final Admission admission;
    private final EndingPoints ending;
    private final Event<MembershipEnding> endings;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    Enrolling(
            Programmes programmes,
            Members members,
            Admission admission,
            EndingPoints ending,
            Event<MembershipEnding> endings,
            Events events,
            CurrentWork work,
            Clock clock) {
        this.programmes = programmes;
        this.members = members;
        this.admission = admission;
        this.ending = ending;
        this.endings = endings;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Enrols one client; activity from now on earns.
     *
     * @param segmentId segment that made the client eligible; null for none
     * @param acceptedTerms the bank's name of the terms the client accepts; null for none
     * @throws ProblemException 422 {@code client-unknown}, {@code not-eligible}, {@code terms-not-accepted},
     *     {@code terms-unknown}, 409 {@code already-member} or {@code programme-not-active}
     */
    @Transactional(TxType.MANDATORY)
    public Member enrol(UUID programmeId, String clientId, @Nullable UUID segmentId, @Nullable String acceptedTerms) {
        LoyaltyProgramme programme = programmes.get(programmeId);
        programme.requireActive();
        Instant now = now();
        admission.require(programme, clientId, now);
        Admission.requireAccepted(programme, acceptedTerms, now);
        if (members.has(programmeId, clientId)) {
            throw ProblemException.conflict(
                    "already-member", "The client is or was a member of this programme; a client is a member once.");
        }
        Member member = new Member(programme, clientId, segmentId, work.caller(), now);
        if (acceptedTerms != null) {
            member.accept(acceptedTerms, now);
        }
        members.persist(member);
        events.publish(enrolled(member, now), now);
        return member;
    }

    private MemberEnrolled enrolled(Member member, Instant now) {
        return new MemberEnrolled(
                member.id(),
                member.programmeId(),
                member.clientId(),
                member.segmentId(),
                member.enrolledOn(),
                now,
                work.caller().id(),
                member.link());
    }

    /**
     * Notes that a member accepts terms.
     *
     * @throws ProblemException 404, 409 {@code member-left}, 422 {@code terms-unknown}
     */
    @Transactional(TxType.MANDATORY)
    public Member accept(UUID programmeId, UUID id, String terms) {
        Member member = members.get(programmeId, id);
        Instant now = now();
        Admission.requireAccepted(programmes.get(programmeId), terms, now);
        member.accept(terms, now);
        return flushed(member);
    }

    /** Stops a member's earning and spending. */
    @Transactional(TxType.MANDATORY)
    public Member suspend(UUID programmeId, UUID id, IfMatch ifMatch, String reason) {
        Member member = current(programmeId, id, ifMatch);
        Instant now = now();
        member.suspend(work.caller(), reason, now);
        events.publish(
                new MemberSuspended(
                        id, programmeId, member.clientId(), now, work.caller().id(), member.link()),
                now);
        return flushed(member);
    }

    /** Ends a suspension. */
    @Transactional(TxType.MANDATORY)
    public Member resume(UUID programmeId, UUID id, IfMatch ifMatch, String reason) {
        Member member = current(programmeId, id, ifMatch);
        Instant now = now();
        member.resume(work.caller(), reason, now);
        events.publish(
                new MemberResumed(
                        id, programmeId, member.clientId(), now, work.caller().id(), member.link()),
                now);
        return flushed(member);
    }

    /**
     * Ends a membership for good. By the programme's policy the points end with it, or after days of grace in which they
     * can be spent.
     */
    @Transactional(TxType.MANDATORY)
    public Member leave(UUID programmeId, UUID id, IfMatch ifMatch) {
        Member member = current(programmeId, id, ifMatch);
        LoyaltyProgramme programme = programmes.get(programmeId);
        Instant now = now();
        end(
                member,
                LeaveReason.DEPARTED,
                programme.termsAt(now).policiesOrDefaults().pointsEndAfterLeaving(now, programme.timeZone()),
                now);
        return flushed(member);
    }

    /** Ends a membership whose person was erased; the points end with it. */
    @Transactional(TxType.MANDATORY)
    public void endErased(Member member) {
        Instant now = now();
        end(member, LeaveReason.ERASED, now, now);
    }

    private void end(Member member, LeaveReason reason, @Nullable Instant pointsEnd, Instant now) {
        endings.fire(new MembershipEnding(member));
        member.leave(work.caller(), reason, pointsEnd, now);
        if (pointsEnd != null) {
            Holder holder = new Holder(
                    member.id(),
                    member.programmeId(),
                    member.clientId(),
                    programmes.get(member.programmeId()).timeZone());
            if (pointsEnd.isAfter(now)) {
                ending.of(holder, pointsEnd);
            } else {
                ending.atOnce(holder);
            }
        }
        publishLeft(member, now);
    }

    /** The membership of the client that goes on: its own, or a new one since the former's first day. */
    @Transactional(TxType.MANDATORY)
    public Member successor(Member former, String survivorId) {
        Instant now = now();
        Member survivor =
                members.of(former.programmeId(), survivorId).orElseGet(() -> succeeding(former, survivorId, now));
        if (survivor.state() == MemberState.LEFT) {
            survivor.rejoin(work.caller(), now);
            events.publish(enrolled(survivor, now), now);
        }
        members.flush();
        return survivor;
    }

    private Member succeeding(Member former, String survivorId, Instant now) {
        Member survivor = Member.inPlaceOf(former, survivorId, work.caller(), now);
        members.persist(survivor);
        events.publish(enrolled(survivor, now), now);
        return survivor;
    }

    /** Ends a membership whose client is another one. */
    @Transactional(TxType.MANDATORY)
    public void mergeInto(Member former, Member survivor) {
        Instant now = now();
        former.mergeInto(survivor, work.caller(), now);
        publishLeft(former, now);
        members.flush();
    }

    private void publishLeft(Member member, Instant now) {
        Instant pointsEnd = member.pointsEndAt();
        events.publish(
                new MemberLeft(
                        member.id(),
                        member.programmeId(),
                        member.clientId(),
                        Objects.requireNonNull(member.leaveReason()),
                        pointsEnd != null && pointsEnd.isAfter(now) ? pointsEnd : null,
                        member.mergedInto(),
                        now,
                        work.caller().id(),
                        member.link()),
                now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Member current(UUID programmeId, UUID id, IfMatch ifMatch) {
        Member member = members.get(programmeId, id);
        ifMatch.check(member);
        return member;
    }

    /** With its version final, so that the entity tag can be told. */
    private Member flushed(Member member) {
        members.flush();
        return member;
    }
}
