package io.clientele.loyalty.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Points leave lots by earliest expiry, those that never expire last, then oldest first; never past their expiry. */
class ExpiryOrderTest {

    private static final Instant NOW = Instant.parse("2101-03-01T12:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));

    private static @Nullable LedgerOnPostgres server;

    private final LedgerOnPostgres ledger = java.util.Objects.requireNonNull(server);
    private final Holder member = ledger.member();

    @BeforeAll
    static void start() {
        server = new LedgerOnPostgres();
    }

    @Test
    void takesTheEarliestExpiryFirst() {
        earn("next week", NOW, NEXT_WEEK);
        earn("tomorrow", NOW, TOMORROW);

        assertThat(redeem(15)).containsExactly("tomorrow 10", "next week 5");
    }

    @Test
    void takesWhatNeverExpiresLast() {
        earn("never", NOW.minus(Duration.ofDays(100)), null);
        earn("next week", NOW, NEXT_WEEK);

        assertThat(redeem(11)).containsExactly("next week 10", "never 1");
    }

    @Test
    void takesTheOldestOfOneExpiryFirst() {
        earn("young", NOW, NEXT_WEEK);
        earn("old", NOW.minusMillis(1), NEXT_WEEK);

        assertThat(redeem(11)).containsExactly("old 10", "young 1");
    }

    @Test
    void takesTheOneKnownFirstOfOneAge() {
        earn("first", NOW, NEXT_WEEK);
        earn("second", NOW, NEXT_WEEK);

        assertThat(redeem(11)).containsExactly("first 10", "second 1");
    }

    @Test
    void leavesWhatHasExpired() {
        earn("over", NOW.minus(Duration.ofDays(1)), NOW);
        earn("not yet", NOW.minus(Duration.ofDays(1)), NOW.plusMillis(1));

        assertThat(redeem(10)).containsExactly("not yet 10");
        assertThat(ledger.postings().redeem(member.memberId(), "POINTS", 1, NOW).posting())
                .isNull();
    }

    private void earn(String source, Instant earnedAt, @Nullable Instant expiresAt) {
        ledger.postings()
                .earn(
                        List.of(new Earning(
                                member,
                                source + "@" + member.memberId(),
                                "transaction",
                                earnedAt,
                                1,
                                "{}",
                                List.of(new Earning.Grant("POINTS", "rule", 10, expiresAt)))),
                        NOW);
    }

    private List<String> redeem(long points) {
        UUID posting = ledger.postings()
                .redeem(member.memberId(), "POINTS", points, NOW)
                .posting();
        return ledger.sql()
                .list(
                        "SELECT l.source_id, e.points FROM entry e JOIN lot l ON l.id = e.lot_id WHERE e.posting_id = ? ORDER BY e.line",
                        row -> row.text("source_id").split("@", 2)[0] + " " + row.number("points"),
                        posting);
    }
}
