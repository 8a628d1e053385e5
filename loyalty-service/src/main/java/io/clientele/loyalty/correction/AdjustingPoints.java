package io.clientele.loyalty.correction;

import io.clientele.loyalty.account.Holders;
import io.clientele.loyalty.correction.Adjustment.Proposal;
import io.clientele.loyalty.ledger.Corrections;
import io.clientele.loyalty.ledger.Corrections.Adjusted;
import io.clientele.loyalty.ledger.Posted;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.ProgrammeVersion;
import io.clientele.loyalty.rules.PointsPolicies;
import io.clientele.platform.caller.Caller;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Credits or takes points by hand: at once up to the programme's limit, above it when a second person approves. */
@ApplicationScoped
public class AdjustingPoints {

    private final Holders holders;
    private final Adjustments adjustments;
    private final Corrections corrections;
    private final CurrentWork work;
    private final Clock clock;

    AdjustingPoints(Holders holders, Adjustments adjustments, Corrections corrections, CurrentWork work, Clock clock) {
        this.holders = holders;
        this.adjustments = adjustments;
        this.corrections = corrections;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Proposes an adjustment; up to the programme's limit it is posted at once.
     *
     * @throws ProblemException 404, 409 {@code insufficient-points}, 422 {@code currency-unknown}
     */
    @Transactional(TxType.MANDATORY)
    public Adjustment propose(UUID programmeId, UUID memberId, Proposal proposal) {
        Holders.Found found = holders.find(programmeId, memberId);
        found.programme().requireNotClosed();
        check(found, proposal);
        Adjustment adjustment = new Adjustment(
                programmeId,
                memberId,
                found.member().clientId(),
                proposal,
                work.caller(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        adjustments.persistAndFlush(adjustment);
        if (!policies(found).needsApproval(proposal.points())) {
            adjustment.post(posted(found, adjustment, null).transactionId());
        }
        return adjustment;
    }

    /**
     * Approves and posts.
     *
     * @throws ProblemException 403 {@code four-eyes}, 409 {@code adjustment-decided}, {@code insufficient-points}
     */
    @Transactional(TxType.MANDATORY)
    public Adjustment approve(UUID programmeId, UUID id, IfMatch ifMatch) {
        Adjustment adjustment = current(programmeId, id, ifMatch);
        Caller approver = work.caller();
        adjustment.requireDecidableBy(approver);
        Holders.Found found = holders.find(programmeId, adjustment.memberId());
        found.programme().requireNotClosed();
        adjustment.approve(approver, posted(found, adjustment, approver.id()).transactionId(), clock.instant());
        return adjustment;
    }

    /** Rejects. */
    @Transactional(TxType.MANDATORY)
    public Adjustment reject(UUID programmeId, UUID id, IfMatch ifMatch) {
        Adjustment adjustment = current(programmeId, id, ifMatch);
        adjustment.reject(work.caller(), clock.instant());
        return adjustment;
    }

    private Posted posted(Holders.Found found, Adjustment adjustment, @Nullable String approvedBy) {
        LocalDate lastDay = adjustment.expiresOn();
        Instant expiresAt = lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(found.programme().timeZone()).toInstant();
        return corrections.adjust(
                found.holder(),
                new Adjusted(
                        adjustment.id(),
                        adjustment.currency(),
                        adjustment.points(),
                        adjustment.reason().name(),
                        approvedBy,
                        version(found).map(ProgrammeVersion::number).orElse(1),
                        expiresAt));
    }

    private void check(Holders.Found found, Proposal proposal) {
        requireCurrency(found.programme(), proposal.currency());
        LocalDate today = clock.instant().atZone(found.programme().timeZone()).toLocalDate();
        if (proposal.expiresOn() != null
                && (proposal.points() < 0 || proposal.expiresOn().isBefore(today))) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "Points credited live for some time; points taken have no expiry.",
                    new FieldError("/expiresOn", "is today or later, with points above zero"));
        }
    }

    static void requireCurrency(LoyaltyProgramme programme, String currency) {
        boolean known = programme.versions().stream()
                .anyMatch(version -> version.terms().currencyCodes().contains(currency));
        if (!known) {
            throw ProblemException.ruleViolated(
                    "currency-unknown",
                    "The programme has no such currency of points.",
                    new FieldError("/currency", "is a currency of the programme"));
        }
    }

    private PointsPolicies policies(Holders.Found found) {
        return version(found)
                .map(version -> version.terms().policiesOrDefaults())
                .orElse(PointsPolicies.DEFAULTS);
    }

    private Optional<ProgrammeVersion> version(Holders.Found found) {
        return found.programme().inForceAt(clock.instant());
    }

    private Adjustment current(UUID programmeId, UUID id, IfMatch ifMatch) {
        Adjustment adjustment = adjustments.get(programmeId, id);
        ifMatch.check(adjustment);
        return adjustment;
    }
}
