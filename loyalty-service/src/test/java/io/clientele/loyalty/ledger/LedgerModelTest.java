package io.clientele.loyalty.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.loyalty.ReleaseReason;
import io.clientele.loyalty.sql.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Drives the ledger's SQL functions with random operations, duplicates among them, beside a model that replays lots in
 * plain Java: no difference in any outcome, balance or lot, and the books always agree.
 */
class LedgerModelTest {

    /** Far in the future, so that the expiry run of a service on the same database leaves these lots alone. */
    private static final Instant START = Instant.parse("2101-03-01T12:00:00Z");

    private static final String CURRENCY = "POINTS";

    private static @Nullable LedgerOnPostgres server;

    @BeforeContainer
    static void start() {
        server = new LedgerOnPostgres();
    }

    /** One operation. Numbers choose among what is there, so that every sequence makes sense. */
    sealed interface Operation {
        record Earn(int source, long points, @Nullable Integer expiresInDays, int ageInHours) implements Operation {}

        record Redeem(long points) implements Operation {}

        record Reserve(long points, int hours) implements Operation {}

        record RedeemReserved(int which) implements Operation {}

        record Release(int which) implements Operation {}

        record Expire() implements Operation {}

        record Wait(int hours) implements Operation {}
    }

    @Provide
    Arbitrary<List<Operation>> histories() {
        Arbitrary<Operation> earn = Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.longs().between(1, 500),
                        Arbitraries.integers().between(0, 6).injectNull(0.2),
                        Arbitraries.integers().between(0, 72))
                .as(Operation.Earn::new);
        Arbitrary<Operation> redeem = Arbitraries.longs().between(1, 700).map(Operation.Redeem::new);
        Arbitrary<Operation> reserve = Combinators.combine(
                        Arbitraries.longs().between(1, 500),
                        Arbitraries.integers().between(1, 100))
                .as(Operation.Reserve::new);
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 20);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(8, earn),
                        net.jqwik.api.Tuple.of(3, redeem),
                        net.jqwik.api.Tuple.of(4, reserve),
                        net.jqwik.api.Tuple.of(3, which.map(Operation.RedeemReserved::new)),
                        net.jqwik.api.Tuple.of(3, which.map(Operation.Release::new)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(new Operation.Expire())),
                        net.jqwik.api.Tuple.of(
                                4, Arbitraries.integers().between(1, 30).map(Operation.Wait::new)))
                .list()
                .ofMinSize(20)
                .ofMaxSize(200);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void doesWhatLotsSay(@ForAll("histories") List<Operation> history) {
        LedgerOnPostgres ledger = java.util.Objects.requireNonNull(server);
        Run run = new Run(ledger, ledger.member());
        history.forEach(run::step);
        run.compareLots();
        assertThat(ledger.differences()).isZero();
    }

    /** One history on one member's account. */
    private static final class Run {

        private final LedgerOnPostgres ledger;
        private final Holder member;
        private final LotModel model = new LotModel();
        private final List<UUID> reservations = new ArrayList<>();
        private Instant now = START;

        Run(LedgerOnPostgres ledger, Holder member) {
            this.ledger = ledger;
            this.member = member;
        }

        void step(Operation operation) {
            switch (operation) {
                case Operation.Earn earn -> earn(earn);
                case Operation.Redeem redeem -> {
                    Postings.Debit debit = ledger.postings().redeem(member.memberId(), CURRENCY, redeem.points(), now);
                    assertThat(debit.posting() != null).isEqualTo(model.redeem(redeem.points(), now));
                    assertThat(debit.available()).isEqualTo(model.spendable(now));
                }
                case Operation.Reserve reserve -> reserve(reserve);
                case Operation.RedeemReserved redeem -> {
                    UUID id = reservation(redeem.which());
                    Postings.Debit debit = ledger.postings().redeemReserved(id, now);
                    assertThat(debit.posting() != null).isEqualTo(model.redeemReserved(id, now));
                }
                case Operation.Release release -> {
                    UUID id = reservation(release.which());
                    Postings.Release released = ledger.postings().release(id, ReleaseReason.CANCELLED, now);
                    assertThat(released.posting() != null).isEqualTo(model.release(id, now));
                }
                case Operation.Expire expire -> {
                    while (!ledger.postings().expire(now, 10).isEmpty()) {
                        // until nothing is due
                    }
                    model.expire(now);
                }
                case Operation.Wait wait -> now = now.plus(Duration.ofHours(wait.hours()));
            }
            compareBalance();
        }

        private void earn(Operation.Earn earn) {
            String source = member.memberId() + "-" + earn.source();
            Instant earnedAt = now.minus(Duration.ofHours(earn.ageInHours()));
            Instant expiresAt =
                    earn.expiresInDays() == null ? null : earnedAt.plus(Duration.ofDays(earn.expiresInDays()));
            List<Credited> credited = ledger.postings()
                    .earn(
                            List.of(new Earning(
                                    member,
                                    source,
                                    "transaction",
                                    earnedAt,
                                    1,
                                    "{}",
                                    List.of(new Earning.Grant(CURRENCY, "rule", earn.points(), expiresAt)))),
                            now)
                    .get(0);
            assertThat(credited != null).isEqualTo(model.earn(source, earnedAt, expiresAt, earn.points()));
            if (credited != null) {
                assertThat(credited.getFirst().available()).isEqualTo(model.spendable(now));
            }
        }

        private void reserve(Operation.Reserve reserve) {
            UUID id = UUID.randomUUID();
            Instant deadline = now.plus(Duration.ofHours(reserve.hours()));
            Postings.Debit debit = ledger.postings()
                    .reserve(member.memberId(), new Hold(id, CURRENCY, reserve.points(), null, 1, deadline), now);
            assertThat(debit.posting() != null).isEqualTo(model.reserve(id, reserve.points(), deadline, now));
            assertThat(debit.available()).isEqualTo(model.spendable(now));
            if (debit.posting() != null) {
                reservations.add(id);
            }
        }

        private UUID reservation(int which) {
            return reservations.isEmpty() ? UUID.randomUUID() : reservations.get(which % reservations.size());
        }

        private record Books(long available, long reserved, long earned, long spent, long expired) {

            static Books from(Row row) {
                return new Books(
                        row.number("available"),
                        row.number("reserved"),
                        -row.number("issued"),
                        row.number("spent"),
                        row.number("expired"));
            }
        }

        private void compareBalance() {
            Books books = ledger.sql()
                    .find(
                            "SELECT available, reserved, issued, spent, expired FROM points_account WHERE member_id = ?",
                            Books::from,
                            member.memberId())
                    .orElse(new Books(0, 0, 0, 0, 0));
            assertThat(books)
                    .isEqualTo(
                            new Books(model.available(), model.reserved(), model.earned, model.spent, model.expired));
        }

        void compareLots() {
            List<String> kept = ledger.sql()
                    .list(
                            """
                            SELECT l.source_id, l.available, l.reserved FROM lot l JOIN points_account a ON a.id = l.account_id
                            WHERE a.member_id = ? ORDER BY l.id""",
                            row -> row.text("source_id") + " " + row.number("available") + " " + row.number("reserved"),
                            member.memberId());
            assertThat(kept)
                    .isEqualTo(model.lots.stream()
                            .map(lot -> lot.source + " " + lot.available + " " + lot.reserved)
                            .toList());
        }
    }
}
