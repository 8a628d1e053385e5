package io.clientele.loyalty.member;

import io.clientele.contracts.loyalty.MemberEnrolled;
import io.clientele.loyalty.ledger.Corrections;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
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

    private static final String KNOWN = "SELECT EXISTS (SELECT 1 FROM client WHERE client_id = ?) AS known";

    private final Programmes programmes;
    private final Members members;
    private final Sql sql;
    private final Corrections corrections;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    Enrolling(
            Programmes programmes,
            Members members,
            Sql sql,
            Corrections corrections,
            Events events,
            CurrentWork work,
            Clock clock) {
        this.corrections = corrections;
        this.programmes = programmes;
        this.members = members;
        this.sql = sql;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Enrols one client; activity from now on earns.
     *
     * @param segmentId segment that made the client eligible; null for none
     * @throws ProblemException 422 {@code client-unknown}, 409 {@code already-member} or {@code programme-not-active}
     */
    @Transactional(TxType.MANDATORY)
    public Member enrol(UUID programmeId, String clientId, @Nullable UUID segmentId) {
        LoyaltyProgramme programme = programmes.get(programmeId);
        programme.requireActive();
        if (!sql.one(KNOWN, row -> row.flag("known"), clientId)) {
            throw ProblemException.ruleViolated(
                    "client-unknown",
                    "There is no such client, or the client is not yours to see.",
                    new FieldError("/clientId", "is not known"));
        }
        if (members.has(programmeId, clientId)) {
            throw ProblemException.conflict(
                    "already-member", "The client is or was a member of this programme; a client is a member once.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Member member = new Member(programme, clientId, segmentId, work.caller(), now);
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
            corrections.forfeit(new Holder(member.id(), programmeId, member.clientId(), programme.timeZone()));
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
