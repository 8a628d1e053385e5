package io.clientele.loyalty.transfer;

import io.clientele.loyalty.account.Holders;
import io.clientele.loyalty.ledger.Transfers;
import io.clientele.loyalty.rules.PointsPolicies;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;

/** Gives points of one member to another, where the programme's policy lets them. */
@ApplicationScoped
public class TransferringPoints {

    private final Holders holders;
    private final Transfers transfers;
    private final Clock clock;

    TransferringPoints(Holders holders, Transfers transfers, Clock clock) {
        this.holders = holders;
        this.transfers = transfers;
        this.clock = clock;
    }

    /**
     * Moves points, earliest expiry first.
     *
     * @throws ProblemException 404, 409 {@code insufficient-points}, {@code transfers-not-allowed}, {@code member-not-active},
     *     {@code programme-not-active}, 422
     */
    @Transactional(TxType.MANDATORY)
    public Transfers.Made give(UUID programmeId, UUID from, UUID to, String currency, long points) {
        if (from.equals(to)) {
            throw ProblemException.ruleViolated(
                    "invalid-field", "Points go to somebody else.", new FieldError("/toMemberId", "is another member"));
        }
        Holders.Found giver = holders.find(programmeId, from);
        Holders.Found receiver = holders.find(programmeId, to);
        giver.programme().requireActive();
        giver.member().requireActive();
        receiver.member().requireActive();
        boolean allowed = giver.programme()
                .inForceAt(clock.instant())
                .map(version -> version.terms().policiesOrDefaults())
                .orElse(PointsPolicies.DEFAULTS)
                .mayTransfer();
        if (!allowed) {
            throw ProblemException.conflict(
                    "transfers-not-allowed", "The programme does not let members give points to each other.");
        }
        return transfers.move(giver.holder(), receiver.holder(), currency, points, null);
    }
}
