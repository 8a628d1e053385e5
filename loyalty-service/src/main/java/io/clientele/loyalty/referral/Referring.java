package io.clientele.loyalty.referral;

import io.clientele.contracts.loyalty.ReferralAccepted;
import io.clientele.loyalty.earning.EarningPoints;
import io.clientele.loyalty.earning.EarningPoints.MemberActivity;
import io.clientele.loyalty.member.Member;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.referral.Referral.Finding;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Opens and decides referrals. An accepted one is an activity of type {@value #ACTIVITY} of both, who brought and who was brought,
 * which rules may reward.
 */
@ApplicationScoped
public class Referring {

    /** Type of the activity; its field {@code role} is {@code REFERRER} or {@code REFERRED}. */
    public static final String ACTIVITY = "referral";

    private static final String MEMBER = "SELECT id FROM member WHERE programme_id = ? AND client_id = ?";

    /** Referrals of a programme are accepted one after the other: a ring closes in no two at once. */
    private static final String TAKE_TURNS = "SELECT id FROM programme WHERE id = ? FOR NO KEY UPDATE";

    private final Referrals referrals;
    private final FraudChecks checks;
    private final Members members;
    private final Programmes programmes;
    private final EarningPoints earning;
    private final Sql sql;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    Referring(
            Referrals referrals,
            FraudChecks checks,
            Members members,
            Programmes programmes,
            EarningPoints earning,
            Sql sql,
            Events events,
            CurrentWork work,
            Clock clock) {
        this.referrals = referrals;
        this.checks = checks;
        this.members = members;
        this.programmes = programmes;
        this.earning = earning;
        this.sql = sql;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Opens a referral, before the client becomes a member.
     *
     * @throws ProblemException 422 {@code member-unknown}, 409 {@code programme-not-active}
     */
    @Transactional(TxType.MANDATORY)
    public Referral open(UUID programmeId, UUID memberId, String referredClientId) {
        programmes.get(programmeId).requireActive();
        Member member = member(programmeId, memberId);
        Referral referral = new Referral(member, referredClientId, work.caller(), now());
        referrals.persistAndFlush(referral);
        return referral;
    }

    private Member member(UUID programmeId, UUID memberId) {
        try {
            return members.get(programmeId, memberId);
        } catch (ProblemException absent) {
            throw ProblemException.ruleViolated(
                    "member-unknown",
                    "The programme has no such member, or the member is not yours to see.",
                    new FieldError("/memberId", "is a member of the programme"));
        }
    }

    /** What speaks against it now. */
    @Transactional(TxType.MANDATORY)
    public List<Finding> findings(Referral referral) {
        return referral.state() == Referral.State.OPEN ? checks.of(referral) : List.of();
    }

    /**
     * Accepts it; both do something that rules may reward.
     *
     * @throws ProblemException 403 {@code four-eyes}, 409 {@code referral-decided}, {@code referral-suspicious}
     */
    @Transactional(TxType.MANDATORY)
    public Referral accept(UUID programmeId, UUID id, IfMatch ifMatch) {
        sql.one(TAKE_TURNS, row -> row.uuid("id"), programmeId);
        Referral referral = current(programmeId, id, ifMatch);
        Instant now = now();
        referral.accept(work.caller(), checks.of(referral), now);
        referrals.flush();
        UUID brought = sql.one(MEMBER, row -> row.uuid("id"), programmeId, referral.referredClientId());
        reward(programmeId, referral.memberId(), referral, "REFERRER", now);
        reward(programmeId, brought, referral, "REFERRED", now);
        events.publish(
                new ReferralAccepted(
                        referral.memberId(),
                        programmeId,
                        referral.clientId(),
                        referral.id(),
                        brought,
                        referral.referredClientId(),
                        now,
                        work.caller().id(),
                        referral.link()),
                now);
        return referral;
    }

    private void reward(UUID programmeId, UUID memberId, Referral referral, String role, Instant now) {
        earning.earn(
                programmeId,
                memberId,
                new MemberActivity("referral/" + referral.id() + "/" + role, ACTIVITY, now, Map.of("role", role)));
    }

    /**
     * Rejects it.
     *
     * @throws ProblemException 403 {@code four-eyes}, 409 {@code referral-decided}
     */
    @Transactional(TxType.MANDATORY)
    public Referral reject(UUID programmeId, UUID id, IfMatch ifMatch, Finding reason) {
        Referral referral = current(programmeId, id, ifMatch);
        referral.reject(work.caller(), reason, now());
        referrals.flush();
        return referral;
    }

    private Referral current(UUID programmeId, UUID id, IfMatch ifMatch) {
        Referral referral = referrals.get(programmeId, id);
        ifMatch.check(referral);
        return referral;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
