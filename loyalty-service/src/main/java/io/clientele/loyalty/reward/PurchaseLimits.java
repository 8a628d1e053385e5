package io.clientele.loyalty.reward;

import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What members have had of rewards that are limited per member, exact under concurrency. Take it after points and stock. */
@ApplicationScoped
class PurchaseLimits {

    private static final String TAKE = """
            INSERT INTO reward_purchase AS had (reward_id, member_id, client_id, period_start, units)
            SELECT ?::uuid, ?::uuid, ?, ?::timestamptz, q.units FROM (VALUES (?::bigint)) AS q(units) WHERE q.units <= ?
            ON CONFLICT ON CONSTRAINT reward_purchase_pk DO UPDATE SET units = had.units + excluded.units
            WHERE had.units + excluded.units <= ?""";

    private static final String GIVE_BACK = """
            UPDATE reward_purchase SET units = greatest(units - ?, 0) WHERE reward_id = ? AND member_id = ? AND period_start = ?""";

    private final Sql sql;

    PurchaseLimits(Sql sql) {
        this.sql = sql;
    }

    /**
     * Counts units a member takes.
     *
     * @throws ProblemException 409 {@code purchase-limit-reached}
     */
    void take(Reward reward, Holder member, int quantity, Instant now) {
        PurchaseLimit limit = reward.limit();
        if (limit != null
                && sql.update(
                                TAKE,
                                reward.id(),
                                member.memberId(),
                                member.clientId(),
                                limit.period().start(now, member.zone()),
                                quantity,
                                limit.units(),
                                limit.units())
                        == 0) {
            throw ProblemException.conflict(
                    "purchase-limit-reached",
                    "A member can have " + limit.units() + " of this reward per " + limit.period() + ".");
        }
    }

    /** Gives room back that was taken at {@code takenAt}, in the period of then. */
    void giveBack(Reward reward, Holder member, int quantity, Instant takenAt) {
        PurchaseLimit limit = reward.limit();
        if (limit != null) {
            sql.update(
                    GIVE_BACK,
                    quantity,
                    reward.id(),
                    member.memberId(),
                    limit.period().start(takenAt, member.zone()));
        }
    }
}
