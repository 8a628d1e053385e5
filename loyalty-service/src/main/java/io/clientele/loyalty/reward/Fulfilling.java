package io.clientele.loyalty.reward;

import io.clientele.contracts.loyalty.RewardCancelReason;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.reward.Redemption.Fulfilment;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows the delivery of what was redeemed. What cannot be delivered, or is not in time, is taken back. */
@ApplicationScoped
public class Fulfilling {

    private static final String OVERDUE = """
            SELECT r.id, m.programme_id FROM redemption r JOIN member m ON m.id = r.member_id
            WHERE r.fulfilment IN ('REQUESTED', 'ACCEPTED') AND r.state = 'COMPLETED' AND r.fulfil_by <= ? ORDER BY r.fulfil_by LIMIT ?""";

    private final Members members;
    private final Rewards rewards;
    private final Redemptions redemptions;
    private final RedeemingPoints redeeming;
    private final RewardNotices notices;
    private final Sql sql;
    private final Clock clock;

    Fulfilling(
            Members members,
            Rewards rewards,
            Redemptions redemptions,
            RedeemingPoints redeeming,
            RewardNotices notices,
            Sql sql,
            Clock clock) {
        this.members = members;
        this.rewards = rewards;
        this.redemptions = redemptions;
        this.redeeming = redeeming;
        this.notices = notices;
        this.sql = sql;
        this.clock = clock;
    }

    /** A redemption that was not delivered in time. */
    record Overdue(UUID programmeId, UUID redemptionId) {}

    /**
     * Notes how far the delivery is; what failed is taken back, and its points return.
     *
     * @param reference the deliverer's own id of it; null for none
     * @throws ProblemException 404, 409 {@code fulfilment-ended}, {@code redemption-cancelled}
     */
    @Transactional(TxType.MANDATORY)
    public Redemption report(
            UUID programmeId,
            UUID memberId,
            UUID redemptionId,
            IfMatch ifMatch,
            Fulfilment reached,
            @Nullable String reference) {
        Redemption redemption =
                redemptions.get(members.get(programmeId, memberId).id(), redemptionId);
        ifMatch.check(redemption);
        redemption.report(reached, reference);
        if (reached == Fulfilment.FAILED) {
            return takeBack(programmeId, redemption, RewardCancelReason.FAILED);
        }
        if (reached == Fulfilment.FULFILLED) {
            notices.fulfilled(rewards.get(programmeId, redemption.rewardId()), redemption);
        }
        redemptions.flush();
        return redemption;
    }

    /** Redemptions that were not delivered in time, at most so many. */
    @Transactional(TxType.MANDATORY)
    List<Overdue> overdue(int limit) {
        return sql.list(OVERDUE, row -> new Overdue(row.uuid("programme_id"), row.uuid("id")), clock.instant(), limit);
    }

    /** Takes a redemption back that was not delivered in time; of several who try, its version lets one win. */
    @Transactional(TxType.MANDATORY)
    void timeOut(Overdue late) {
        Redemption redemption = redemptions.findById(late.redemptionId());
        redemption.report(Fulfilment.FAILED, null);
        takeBack(late.programmeId(), redemption, RewardCancelReason.TIMED_OUT);
    }

    private Redemption takeBack(UUID programmeId, Redemption redemption, RewardCancelReason reason) {
        return redeeming.giveBack(programmeId, redemption, redemption.quantity() - redemption.cancelled(), reason);
    }
}
