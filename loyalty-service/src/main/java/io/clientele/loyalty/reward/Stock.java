package io.clientele.loyalty.reward;

import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is left of rewards with limited stock, exact under concurrency: taking waits for others who take, and never goes
 * below zero. A reward without a row is unlimited. Take stock after points, so that nobody waits in a circle.
 */
@ApplicationScoped
public class Stock {

    private final RewardNotices notices;
    private final Sql sql;

    Stock(RewardNotices notices, Sql sql) {
        this.notices = notices;
        this.sql = sql;
    }

    /** Limits a reward's stock. */
    void limit(UUID reward, long units) {
        sql.update("INSERT INTO reward_stock (reward_id, units) VALUES (?, ?)", reward, units);
    }

    /**
     * Takes units; the last one is told.
     *
     * @throws ProblemException 409 {@code out-of-stock} when fewer are left
     */
    void take(UUID reward, int quantity) {
        Optional<Long> left = sql.find(
                "UPDATE reward_stock SET units = units - ? WHERE reward_id = ? AND units >= ? RETURNING units",
                row -> row.number("units"),
                quantity,
                reward,
                quantity);
        if (left.isEmpty() && left(reward).isPresent()) {
            throw ProblemException.conflict("out-of-stock", "There are not so many of this reward left.");
        }
        if (left.isPresent() && left.get() == 0) {
            notices.outOfStock(reward);
        }
    }

    /** Gives units back. */
    void giveBack(UUID reward, int quantity) {
        sql.update("UPDATE reward_stock SET units = units + ? WHERE reward_id = ?", quantity, reward);
    }

    /**
     * Adds units, or removes them when negative.
     *
     * @throws ProblemException 409 {@code out-of-stock} when fewer are left, {@code stock-unlimited} for a reward without limit
     */
    void change(UUID reward, long units) {
        if (left(reward).isEmpty()) {
            throw ProblemException.conflict("stock-unlimited", "The stock of this reward is not limited.");
        }
        if (sql.update(
                        "UPDATE reward_stock SET units = units + ? WHERE reward_id = ? AND units + ? >= 0",
                        units,
                        reward,
                        units)
                == 0) {
            throw ProblemException.conflict("out-of-stock", "There are not so many of this reward left.");
        }
    }

    /** Units left; empty when the stock is not limited. */
    public Optional<Long> left(UUID reward) {
        return sql.find("SELECT units FROM reward_stock WHERE reward_id = ?", row -> row.number("units"), reward);
    }

    /** Units left of each of these that is limited. */
    public Map<UUID, Long> left(Collection<UUID> rewards) {
        return sql
                .list(
                        "SELECT reward_id, units FROM reward_stock WHERE reward_id = ANY (?)",
                        Left::from,
                        Sql.column("uuid", rewards, id -> id))
                .stream()
                .collect(Collectors.toMap(Left::reward, Left::units));
    }

    private record Left(UUID reward, long units) {

        static Left from(Row row) {
            return new Left(row.uuid("reward_id"), row.number("units"));
        }
    }
}
