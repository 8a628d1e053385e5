package io.clientele.loyalty.member;

import io.clientele.contracts.loyalty.MemberEnrolled;
import io.clientele.loyalty.ledger.EndingPoints;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes clients members, suspends members and lets them go. */
@ApplicationScoped
public class Enrolling {

    private final Programmes programmes;
    private final Members members;
    private final Admission admission;
    private final EndingPoints ending;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    Enrolling(
            Programmes programmes,
            Members members,
            Admission admission,
            EndingPoints ending,
            Events events,
            CurrentWork work,
            Clock clock) {
        this.programmes = programmes;
        this.members = members;
        this.admission = admission;
        this.ending = ending;
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
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
        Instant now = clock.instant();
        Admission.requireAccepted(programmes.get(programmeId), terms, now);
        member.accept(terms, now);
        return flushed(member);
    }

    /** Stops a member's earning and spending. */
    @Transactional(TxType.MANDATORY)
    public Member suspend(UUID programmeId, UUID id, IfMatch ifMatch) {
        Member member = current(programmeId, id, ifMatch);
        member.suspend(clock.instant());
        return flushed(member);
    }

    /** Ends a suspension. */
    @Transactional(TxType.MANDATORY)
    public Member resume(UUID programmeId, UUID id, IfMatch ifMatch) {
        Member member = current(programmeId, id, ifMatch);
        member.resume();
        return flushed(member);
    }

    /** Ends a membership for good; by the programme's policy the points end with it. */
    @Transactional(TxType.MANDATORY)
    public Member leave(UUID programmeId, UUID id, IfMatch ifMatch) {
        Member member = current(programmeId, id, ifMatch);
        Instant now = clock.instant();
        member.leave(now);
        LoyaltyProgramme programme = programmes.get(programmeId);
        boolean ends = programme
                .inForceAt(now)
                .map(version -> version.terms().policiesOrDefaults().endsPointsOnLeaving())
                .orElse(false);
        if (ends) {
            ending.atOnce(new Holder(member.id(), programmeId, member.clientId(), programme.timeZone()));
        }
        return flushed(member);
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
