package io.clientele.loyalty.ledger;

import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL functions that take back, move and mend; each call is one whole posting in the transaction in progress. */
@ApplicationScoped
class CorrectionPostings {

    private static final String REVERSE =
            "SELECT posting_id, points, owed, remaining, available, refusal FROM post_reversal(?, ?, ?, ?, ?)";
    private static final String REFUND =
            "SELECT posting_id, expiry_id, points, expired, remaining, available, refusal FROM post_refund(?, ?, ?, ?)";
    private static final String ADJUST =
            "SELECT posting_id, ?::bigint AS points, available FROM post_adjustment(?, ?, ?, ?, ?, ?, ?)";
    private static final String REINSTATE = "SELECT posting_id, points, available FROM post_reinstatement(?, ?, ?)";
    private static final String ACTIVATE_ONE = "SELECT posting_id, points, available FROM post_activation_of(?, ?)";
    private static final String TRANSFER =
            "SELECT out_id, in_id, available, receivers FROM post_transfer(?, ?, ?, ?, ?, ?, ?)";
    private static final String MERGE =
            "SELECT transfer_id, out_id, in_id, currency, points, 0 AS available, receivers FROM post_merge(?, ?, ?)";
    private static final String IMPORT =
            "SELECT adjustment_id, posting_id, available FROM post_imported_points(?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FORFEIT = "SELECT posting_id, currency, points FROM post_forfeit(?, ?)";
    private static final String SPEND_POOL =
            "SELECT posting_id, available, room, refusal FROM post_pool_redemption(?, ?, ?, ?, ?, ?)";
    private static final String ACTIVATE = """
            SELECT e.posting_id, e.holder_id, e.programme_id, e.client_id, e.currency, e.points, e.activated_at, e.available, p.time_zone,
                   EXISTS (SELECT 1 FROM pool q WHERE q.id = e.holder_id) AS pool
            FROM post_activation(?, ?) e JOIN programme p ON p.id = e.programme_id""";

    private final Sql sql;

    CorrectionPostings(Sql sql) {
        this.sql = sql;
    }

    /**
     * The outcome of a reversal.
     *
     * @param posting null when it was refused
     * @param owed of {@code points}, those the member now owes
     * @param remaining of the earning, not taken back yet
     */
    record Reversal(
            @Nullable UUID posting,
            long points,
            long owed,
            long remaining,
            long available,
            @Nullable String refusal) {

        static Reversal from(Row row) {
            return new Reversal(
                    row.uuidOrNull("posting_id"),
                    row.number("points"),
                    row.number("owed"),
                    row.number("remaining"),
                    row.number("available"),
                    row.textOrNull("refusal"));
        }
    }

    /**
     * The outcome of a refund.
     *
     * @param posting null when it was refused
     * @param expiry posting of what was past its expiry; null for none
     * @param remaining of the redemption, not given back yet
     */
    record Refund(
            @Nullable UUID posting,
            @Nullable UUID expiry,
            long points,
            long expired,
            long remaining,
            long available,
            @Nullable String refusal) {

        static Refund from(Row row) {
            return new Refund(
                    row.uuidOrNull("posting_id"),
                    row.uuidOrNull("expiry_id"),
                    row.number("points"),
                    row.number("expired"),
                    row.number("remaining"),
                    row.number("available"),
                    row.textOrNull("refusal"));
        }
    }

    /** The outcome of an adjustment, a reinstatement or an activation; {@code posting} is null when nothing was done. */
    record Change(@Nullable UUID posting, long points, long available) {

        static Change from(Row row) {
            return new Change(row.uuidOrNull("posting_id"), row.number("points"), row.number("available"));
        }
    }

    /** The outcome of a transfer; no ids when points do not suffice. */
    record Moved(@Nullable UUID out, @Nullable UUID in, long available, long receivers) {

        static Moved from(Row row) {
            return new Moved(
                    row.uuidOrNull("out_id"),
                    row.uuidOrNull("in_id"),
                    row.number("available"),
                    row.number("receivers"));
        }
    }

    /** Points of one currency that went to the membership that goes on. */
    record Merged(UUID transfer, String currency, long points, Moved made) {

        static Merged from(Row row) {
            return new Merged(row.uuid("transfer_id"), row.text("currency"), row.number("points"), Moved.from(row));
        }
    }

    /** Points taken over that were credited. */
    record ImportPosting(UUID adjustment, UUID posting, long available) {

        static ImportPosting from(Row row) {
            return new ImportPosting(row.uuid("adjustment_id"), row.uuid("posting_id"), row.number("available"));
        }
    }

    /** Points of one currency that were forfeited. */
    record Forfeited(UUID posting, String currency, long points) {

        static Forfeited from(Row row) {
            return new Forfeited(row.uuid("posting_id"), row.text("currency"), row.number("points"));
        }
    }

    /** Points of one account that became spendable at one instant. */
    record Activated(UUID posting, Holder holder, String currency, long points, Instant activatedAt, long available) {

        static Activated from(Row row) {
            return new Activated(
                    row.uuid("posting_id"),
                    Holder.from(row),
                    row.text("currency"),
                    row.number("points"),
                    row.time("activated_at"),
                    row.number("available"));
        }
    }

    /** The outcome of spending out of a pool; {@code room} is what the mandate left before it. */
    record PoolDebit(
            @Nullable UUID posting,
            long available,
            long room,
            @Nullable String refusal) {

        static PoolDebit from(Row row) {
            return new PoolDebit(
                    row.uuidOrNull("posting_id"),
                    row.number("available"),
                    row.number("room"),
                    row.textOrNull("refusal"));
        }
    }

    Reversal reverse(UUID earning, @Nullable Long points, ReversalPolicy policy, @Nullable String source, Instant now) {
        return sql.one(REVERSE, Reversal::from, earning, points, policy, source, now);
    }

    Refund refund(UUID redemption, @Nullable Long points, @Nullable Instant grace, Instant now) {
        return sql.one(REFUND, Refund::from, redemption, points, grace, now);
    }

    Change adjust(
            String adjustment,
            UUID holder,
            String currency,
            long points,
            int version,
            @Nullable Instant expiresAt,
            Instant now) {
        return sql.one(ADJUST, Change::from, points, adjustment, holder, currency, points, version, expiresAt, now);
    }

    Change reinstate(UUID expiry, Instant until, Instant now) {
        return sql.one(REINSTATE, Change::from, expiry, until, now);
    }

    Change activate(UUID earning, Instant now) {
        return sql.one(ACTIVATE_ONE, Change::from, earning, now);
    }

    /** Activates what is due in at most {@code accounts} accounts; none when nothing is due or others are at it. */
    List<Activated> activateDue(Instant now, int accounts) {
        return sql.list(ACTIVATE, Activated::from, now, accounts);
    }

    /** Moves points; {@code of} takes only the lots a pool holds for that member. */
    Moved transfer(UUID transfer, UUID from, UUID to, String currency, long points, @Nullable UUID of, Instant now) {
        return sql.one(TRANSFER, Moved::from, transfer, from, to, currency, points, of, now);
    }

    List<Merged> merge(UUID from, UUID to, Instant now) {
        return sql.list(MERGE, Merged::from, from, to, now);
    }

    List<ImportPosting> importPoints(List<Corrections.Imported> imports, Instant now) {
        return sql.list(
                IMPORT,
                ImportPosting::from,
                Sql.column("uuid", imports, Corrections.Imported::adjustment),
                Sql.column("uuid", imports, each -> each.holder().memberId()),
                Sql.column("text", imports, Corrections.Imported::currency),
                Sql.column("int8", imports, Corrections.Imported::points),
                Sql.column("int4", imports, Corrections.Imported::programmeVersion),
                Sql.column("text", imports, Corrections.Imported::reference),
                Sql.column("timestamptz", imports, Corrections.Imported::earnedAt),
                Sql.column("timestamptz", imports, Corrections.Imported::expiresAt),
                now);
    }

    List<Forfeited> forfeit(UUID holder, Instant now) {
        return sql.list(FORFEIT, Forfeited::from, holder, now);
    }

    PoolDebit spend(UUID pool, UUID by, String currency, long points, Instant monthStart, Instant now) {
        return sql.one(SPEND_POOL, PoolDebit::from, pool, by, currency, points, monthStart, now);
    }
}
