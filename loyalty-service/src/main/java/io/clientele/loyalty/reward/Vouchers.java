package io.clientele.loyalty.reward;

import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Codes of rewards that are vouchers. The stock of such a reward is the number of its codes that are free; whoever takes a
 * unit gets a code nobody else gets.
 */
@ApplicationScoped
public class Vouchers {

    private final Rewards rewards;
    private final Stock stock;
    private final Sql sql;

    Vouchers(Rewards rewards, Stock stock, Sql sql) {
        this.rewards = rewards;
        this.stock = stock;
        this.sql = sql;
    }

    /**
     * Adds codes and as many units of stock; codes the reward has are passed over.
     *
     * @return codes added
     * @throws ProblemException 404, 409 {@code stock-limited} when the reward has a stock that is no vouchers
     */
    @Transactional(TxType.MANDATORY)
    public int add(UUID programmeId, UUID rewardId, List<String> codes) {
        rewards.get(programmeId, rewardId);
        boolean limited = stock.left(rewardId).isPresent();
        if (limited && !keeps(rewardId)) {
            throw ProblemException.conflict(
                    "stock-limited", "The reward has a stock of units already; vouchers need a reward without one.");
        }
        if (!limited) {
            stock.limit(rewardId, 0);
        }
        int added = sql.update(
                "INSERT INTO voucher (reward_id, code) SELECT ?, code FROM unnest(?) AS c(code) ON CONFLICT ON CONSTRAINT voucher_pk DO NOTHING",
                rewardId,
                Sql.texts(codes));
        if (added > 0) {
            stock.change(rewardId, added);
        }
        return added;
    }

    /** Whether a reward is given as vouchers. */
    public boolean keeps(UUID rewardId) {
        return sql.one(
                "SELECT EXISTS (SELECT 1 FROM voucher WHERE reward_id = ?) AS keeps",
                row -> row.flag("keeps"),
                rewardId);
    }

    /** Gives as many codes as units were taken from the stock; nothing for rewards without vouchers. */
    void give(UUID rewardId, int quantity, UUID redemption, String clientId) {
        if (!keeps(rewardId)) {
            return;
        }
        // materialized: a join may run a subquery with a limit once per row
        int given = sql.update("""
                WITH free AS MATERIALIZED (
                    SELECT f.code FROM voucher f WHERE f.reward_id = ? AND f.redemption_id IS NULL ORDER BY f.code LIMIT ? FOR UPDATE SKIP LOCKED)
                UPDATE voucher v SET redemption_id = ?, client_id = ? FROM free WHERE v.reward_id = ? AND v.code = free.code""", rewardId, quantity, redemption, clientId, rewardId);
        if (given < quantity) {
            throw ProblemException.conflict("out-of-stock", "There are not so many of this reward left.");
        }
    }

    /** Codes given by a redemption. */
    public List<String> of(UUID redemption) {
        return sql.list(
                "SELECT code FROM voucher WHERE redemption_id = ? ORDER BY code", row -> row.text("code"), redemption);
    }

    /**
     * Codes as they may be given.
     *
     * @throws ProblemException 422 when one is empty, too long or there twice
     */
    public static List<String> checked(List<String> codes) {
        List<FieldError> findings = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!codes.get(i).matches("[A-Za-z0-9._-]{1,100}")) {
                findings.add(new FieldError("/codes/" + i, "is 1 to 100 of A-Z, a-z, 0-9, dot, _ and -"));
            }
        }
        if (!findings.isEmpty()) {
            throw ProblemException.ruleViolated(
                    "invalid-field", "Some codes cannot be given.", findings.toArray(FieldError[]::new));
        }
        return codes;
    }
}
