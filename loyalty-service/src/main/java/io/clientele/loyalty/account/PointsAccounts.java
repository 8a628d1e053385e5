package io.clientele.loyalty.account;

import io.clientele.loyalty.account.Balance.Expiring;
import io.clientele.loyalty.account.Balance.Lifetime;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads members' points from the ledger, in the transaction in progress and under the caller's scope. */
@ApplicationScoped
public class PointsAccounts {

    private static final String BALANCE = """
            SELECT a.id, spendable_points(a.id, ?) AS available, a.pending, a.reserved, -a.arrears AS arrears,
                   -a.issued AS earned, a.spent, a.expired, a.forfeited, -a.adjusted AS adjusted
            FROM points_account a WHERE a.holder_id = ? AND a.currency = ?""";

    private static final String EXPIRING = """
            SELECT l.expires_at, sum(l.available) AS points FROM lot l
            WHERE l.account_id = ? AND l.spendable AND l.expires_at > ? GROUP BY l.expires_at ORDER BY l.expires_at""";

    /** In the order they are spent; what cannot be spent now comes last. */
    private static final String OPEN_LOTS = """
            SELECT l.id, l.posting_id, l.rule, l.programme_version, l.source_id, l.earned_at, l.expires_at, l.points,
                   l.pending, l.available, l.reserved
            FROM lot l JOIN points_account a ON a.id = l.account_id
            WHERE a.holder_id = ? AND a.currency = ? AND l.pending + l.available + l.reserved > 0
            ORDER BY l.expires_at NULLS LAST, l.earned_at, l.id LIMIT ?""";

    private static final String TRANSACTION = """
            SELECT p.id, p.kind, a.currency, p.points, p.occurred_at, p.recorded_at, p.actor, p.rule, p.programme_version,
                   p.source_id, p.reservation_id, p.reverses, p.transfer_id,
                   coalesce((SELECT sum(CASE WHEN e.to_state = 'AVAILABLE' THEN e.points WHEN e.from_state = 'AVAILABLE' THEN -e.points ELSE 0 END)
                             FROM entry e WHERE e.posting_id = p.id), 0) AS change
            FROM posting p JOIN points_account a ON a.id = p.account_id
            """;

    private static final String ENTRIES = """
            SELECT posting_id, line, lot_id, from_state, to_state, points FROM entry WHERE posting_id = ANY (?) ORDER BY posting_id, line""";

    private static final String EXPLANATION = """
            SELECT jsonb_set(e.explanation, '{rules}', coalesce((
                       SELECT jsonb_agg(r.verdict || CASE WHEN l.rule IS NULL THEN '{}'
                                  ELSE jsonb_build_object('granted', l.granted, 'limitedBy', l.cap) END ORDER BY r.place)
                       FROM jsonb_array_elements(e.explanation -> 'rules') WITH ORDINALITY AS r(verdict, place)
                       LEFT JOIN earning_limit l
                           ON l.programme_id = e.programme_id AND l.source_id = e.source_id AND l.rule = r.verdict ->> 'rule'), '[]')) AS explanation
            FROM posting p JOIN points_account a ON a.id = p.account_id
            JOIN earning e ON e.programme_id = a.programme_id AND e.source_id = p.source_id
            WHERE p.id = ? AND p.kind = 'EARN'""";

    private static final String SPENDABLE_AT = """
            SELECT coalesce(sum(CASE WHEN e.to_state = 'AVAILABLE' THEN e.points WHEN e.from_state = 'AVAILABLE' THEN -e.points ELSE 0 END), 0) AS points
            FROM posting p JOIN points_account a ON a.id = p.account_id JOIN entry e ON e.posting_id = p.id
            WHERE a.holder_id = ? AND a.currency = ? AND p.occurred_at < ? AND p.recorded_at <= ?""";

    private final Sql sql;

    PointsAccounts(Sql sql) {
        this.sql = sql;
    }

    private record Found(long account, Balance balance) {

        static Found from(Row row) {
            Balance balance = new Balance(
                    row.number("available"),
                    row.number("pending"),
                    row.number("reserved"),
                    row.number("arrears"),
                    List.of(),
                    new Lifetime(
                            row.number("earned"),
                            row.number("spent"),
                            row.number("expired"),
                            row.number("forfeited"),
                            row.number("adjusted")));
            return new Found(row.number("id"), balance);
        }
    }

    /** What a member has at {@code now}; all zero before the first posting. */
    public Balance balance(UUID member, String currency, Instant now) {
        Optional<Found> found = sql.find(BALANCE, Found::from, now, member, currency);
        if (found.isEmpty()) {
            return new Balance(0, 0, 0, 0, List.of(), new Lifetime(0, 0, 0, 0, 0));
        }
        Balance balance = found.get().balance();
        List<Expiring> expiring = sql.list(
                EXPIRING,
                row -> new Expiring(row.time("expires_at"), row.number("points")),
                found.get().account(),
                now);
        return new Balance(
                balance.available(),
                balance.pending(),
                balance.reserved(),
                balance.arrears(),
                expiring,
                balance.lifetime());
    }

    /** A member's open lots in the order they are spent: earliest expiry, those without last, then oldest. */
    public List<OpenLot> openLots(UUID member, String currency, int limit) {
        return sql.list(OPEN_LOTS, OpenLot::from, member, currency, limit);
    }

    /**
     * One transaction of a member.
     *
     * @throws ProblemException 404
     */
    public Transaction transaction(UUID member, UUID id) {
        return sql.find(TRANSACTION + "WHERE p.id = ? AND a.holder_id = ?", Transaction::from, id, member)
                .orElseThrow(ProblemException::notFound);
    }

    /** The movements of each of these transactions, by line. */
    public Map<UUID, List<Transaction.Entry>> entries(Collection<UUID> transactions) {
        return sql.list(ENTRIES, Moved::from, Sql.column("uuid", transactions, id -> id)).stream()
                .collect(Collectors.groupingBy(
                        Moved::transaction, Collectors.mapping(Moved::entry, Collectors.toList())));
    }

    private record Moved(UUID transaction, Transaction.Entry entry) {

        static Moved from(Row row) {
            return new Moved(row.uuid("posting_id"), Transaction.Entry.from(row));
        }
    }

    /** What each rule said about the activity a transaction credits, a JSON object; empty for other transactions. */
    public Optional<String> explanation(UUID transaction) {
        return sql.find(EXPLANATION, row -> row.text("explanation"), transaction);
    }

    /** What a member could spend at {@code time}, by all that was known at {@code knownAt}. */
    public long spendableAt(UUID member, String currency, Instant time, Instant knownAt) {
        return sql.one(SPENDABLE_AT, row -> row.number("points"), member, currency, time, knownAt);
    }

    /** A member's transactions of a period by their own time, those after one of them, oldest first. */
    public List<Transaction> transactions(
            UUID member, String currency, StatementPeriod period, @Nullable UUID after, int limit) {
        return sql.list(
                TRANSACTION + """
                        WHERE a.holder_id = ? AND a.currency = ? AND p.occurred_at >= ? AND p.occurred_at < ? AND p.recorded_at <= ?
                          AND (?::uuid IS NULL OR (p.occurred_at, p.id) > (SELECT q.occurred_at, q.id FROM posting q WHERE q.id = ?::uuid))
                        ORDER BY p.occurred_at, p.id LIMIT ?""",
                Transaction::from,
                member,
                currency,
                period.begin(),
                period.end(),
                period.knownAt(),
                after,
                after,
                limit);
    }
}
