package io.clientele.loyalty.correction;

import io.clientele.loyalty.account.Holders;
import io.clientele.loyalty.correction.Adjustment.Proposal;
import io.clientele.loyalty.correction.Adjustment.Reason;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens claims for missing points and decides them; whoever opened one does not decide it. */
@ApplicationScoped
public class ClaimingPoints {

    private final Holders holders;
    private final Claims claims;
    private final AdjustingPoints adjusting;
    private final CurrentWork work;
    private final Clock clock;

    ClaimingPoints(Holders holders, Claims claims, AdjustingPoints adjusting, CurrentWork work, Clock clock) {
        this.holders = holders;
        this.claims = claims;
        this.adjusting = adjusting;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Opens a claim.
     *
     * @throws ProblemException 404, 409 {@code member-left}, {@code programme-closed}, 422 {@code currency-unknown}
     */
    @Transactional(TxType.MANDATORY)
    public Claim open(UUID programmeId, UUID memberId, Claim.Case claimed) {
        Holders.Found found = holders.find(programmeId, memberId);
        found.programme().requireNotClosed();
        found.member().requireNotLeft();
        AdjustingPoints.requireCurrency(found.programme(), claimed.currency());
        LocalDate today = clock.instant().atZone(found.programme().timeZone()).toLocalDate();
        if (claimed.happenedOn().isAfter(today)) {
            throw ProblemException.ruleViolated(
                    "invalid-field", "It has not happened yet.", new FieldError("/happenedOn", "is today or before"));
        }
        Claim claim = new Claim(programmeId, memberId, found.member().clientId(), claimed, work.caller(), now());
        claims.persistAndFlush(claim);
        return claim;
    }

    /**
     * Grants points, all that are claimed or others.
     *
     * @param expiresOn last business day of the points; null when they do not expire
     * @throws ProblemException 403 {@code four-eyes}, 404, 409 {@code claim-decided}
     */
    @Transactional(TxType.MANDATORY)
    public Claim grant(
            UUID programmeId,
            UUID id,
            IfMatch ifMatch,
            @Nullable Long points,
            @Nullable LocalDate expiresOn,
            @Nullable String answer) {
        Claim claim = current(programmeId, id, ifMatch);
        claim.requireDecidableBy(work.caller());
        Adjustment granted = adjusting.propose(
                programmeId,
                claim.memberId(),
                new Proposal(
                        claim.currency(),
                        points == null ? claim.points() : points,
                        Reason.MISSING_POINTS,
                        claim.id().toString(),
                        expiresOn));
        claim.grant(granted, work.caller(), answer, now());
        return flushed(claim);
    }

    /** Rejects a claim. */
    @Transactional(TxType.MANDATORY)
    public Claim reject(UUID programmeId, UUID id, IfMatch ifMatch, String answer) {
        Claim claim = current(programmeId, id, ifMatch);
        claim.reject(work.caller(), answer, now());
        return flushed(claim);
    }

    /** Takes a claim back. */
    @Transactional(TxType.MANDATORY)
    public Claim withdraw(UUID programmeId, UUID id, IfMatch ifMatch) {
        Claim claim = current(programmeId, id, ifMatch);
        claim.withdraw(work.caller(), now());
        return flushed(claim);
    }

    private Claim current(UUID programmeId, UUID id, IfMatch ifMatch) {
        Claim claim = claims.get(programmeId, id);
        ifMatch.check(claim);
        return claim;
    }

    private Claim flushed(Claim claim) {
        claims.flush();
        return claim;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
