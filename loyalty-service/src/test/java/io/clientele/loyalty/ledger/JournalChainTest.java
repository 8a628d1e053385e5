package io.clientele.loyalty.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.loyalty.sql.SqlFailure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What SQL itself holds: postings move exactly their points, the journal never changes, and a change under it would show. */
class JournalChainTest {

    private static @Nullable LedgerOnPostgres server;

    private final LedgerOnPostgres ledger = Objects.requireNonNull(server);

    @BeforeAll
    static void start() {
        server = new LedgerOnPostgres();
    }

    @Test
    void theServicesRoleCannotWriteTheJournal() {
        earn();

        assertThatThrownBy(() -> ledger.sql().update("UPDATE posting SET points = points + 1"))
                .isInstanceOf(SqlFailure.class);
        assertThatThrownBy(() -> ledger.sql().update("DELETE FROM entry")).isInstanceOf(SqlFailure.class);
        assertThatThrownBy(() -> ledger.sql().update("UPDATE points_account SET available = available + 1"))
                .isInstanceOf(SqlFailure.class);
    }

    @Test
    void nobodyChangesASealedPosting() {
        UUID posting = earn();
        seal();

        assertThatThrownBy(() -> ledger.asOwner("UPDATE posting SET points = points + 1 WHERE id = '" + posting + "'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> ledger.asOwner("DELETE FROM entry WHERE posting_id = '" + posting + "'"))
                .hasMessageContaining("append-only");
    }

    @Test
    void aPostingThatDoesNotMoveItsPointsIsRefused() {
        UUID posting = earn();

        assertThatThrownBy(() -> ledger.asOwner(
                        "INSERT INTO posting (account_id, kind, points, occurred_at, recorded_at, actor) SELECT account_id, 'EARN', 5, now(), now(), 'x' FROM posting WHERE id = '"
                                + posting + "'"))
                .hasMessageContaining("does not move its points");
    }

    @Test
    void theChainBreaksWhereAPostingWasChangedUnderIt() {
        UUID posting = earn();
        seal();
        assertThat(brokenAt()).isZero();

        try {
            ledger.asOwner(
                    "ALTER TABLE posting DISABLE TRIGGER posting_sealed_once; UPDATE posting SET actor = 'somebody else' WHERE id = '"
                            + posting + "'");
            long position = ledger.sql()
                    .one("SELECT position FROM posting WHERE id = ?", row -> row.number("position"), posting);
            assertThat(brokenAt()).isEqualTo(position);
        } finally {
            ledger.asOwner("UPDATE posting SET actor = 'ledger-test' WHERE id = '" + posting
                    + "'; ALTER TABLE posting ENABLE TRIGGER posting_sealed_once");
        }
        assertThat(brokenAt()).isZero();
    }

    private long brokenAt() {
        return ledger.sql().one("SELECT broken_at FROM journal_chain()", row -> row.number("broken_at"));
    }

    private void seal() {
        while (ledger.sql().one("SELECT seal_journal(1000) AS sealed", row -> row.number("sealed")) > 0) {
            // until nothing is left
        }
    }

    private UUID earn() {
        Holder member = ledger.member();
        return Objects.requireNonNull(ledger.postings()
                        .earn(
                                List.of(new Earning(
                                        member,
                                        "chain@" + member.memberId(),
                                        "transaction",
                                        Instant.parse("2101-03-01T12:00:00Z"),
                                        1,
                                        "{}",
                                        List.of(new Earning.Grant("POINTS", "rule", 10, null)))),
                                Instant.parse("2101-03-01T12:00:00Z"))
                        .get(0))
                .getFirst()
                .transactionId();
    }
}
