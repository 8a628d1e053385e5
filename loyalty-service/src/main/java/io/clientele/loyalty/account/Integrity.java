package io.clientele.loyalty.account;

import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proves that a programme's books agree: every balance is the sum of its entries and, for open points, of its lots. */
@ApplicationScoped
public class Integrity {

    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM points_account WHERE programme_id = ?) AS accounts,
                   (SELECT count(*) FROM entry e JOIN points_account a ON a.id = e.account_id WHERE a.programme_id = ?) AS entries,
                   (SELECT count(*) FROM lot l JOIN points_account a ON a.id = l.account_id WHERE a.programme_id = ?) AS lots""";

    private static final String DIFFERENCES = """
            SELECT a.member_id, a.currency, d.state, d.balance, d.entries, d.lots
            FROM ledger_differences(?) d JOIN points_account a ON a.id = d.account_id
            ORDER BY a.member_id, a.currency, d.state LIMIT 1000""";

    private final Sql sql;

    Integrity(Sql sql) {
        this.sql = sql;
    }

    /**
     * The proof.
     *
     * @param differences at most 1,000; none when the books agree
     */
    public record Proof(long accounts, long entries, long lots, List<Difference> differences, Chain chain) {}

    /**
     * The hash chain of the whole journal, over all programmes.
     *
     * @param sealed postings it covers
     * @param unsealed postings that wait for it
     * @param brokenAt first place where it does not hold; null when it holds
     */
    public record Chain(
            long sealed, long unsealed, @Nullable Long brokenAt) {

        static Chain from(Row row) {
            long broken = row.number("broken_at");
            return new Chain(row.number("sealed"), row.number("unsealed"), broken == 0 ? null : broken);
        }
    }

    /** A balance that is not what entries or lots say. */
    public record Difference(UUID memberId, String currency, String state, long balance, long entries, long lots) {

        static Difference from(Row row) {
            return new Difference(
                    row.uuid("member_id"),
                    row.text("currency"),
                    row.text("state"),
                    row.number("balance"),
                    row.number("entries"),
                    row.number("lots"));
        }
    }

    private record Counts(long accounts, long entries, long lots) {

        static Counts from(Row row) {
            return new Counts(row.number("accounts"), row.number("entries"), row.number("lots"));
        }
    }

    /** Checks every account of a programme. */
    public Proof prove(UUID programme) {
        Counts counts = sql.one(COUNTS, Counts::from, programme, programme, programme);
        List<Difference> differences = sql.list(DIFFERENCES, Difference::from, programme);
        Chain chain = sql.one("SELECT sealed, unsealed, broken_at FROM journal_chain()", Chain::from);
        return new Proof(counts.accounts(), counts.entries(), counts.lots(), differences, chain);
    }
}
