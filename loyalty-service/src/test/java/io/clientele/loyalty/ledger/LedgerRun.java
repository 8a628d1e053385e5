package io.clientele.loyalty.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.loyalty.ReleaseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One history on the accounts of two members and their pool: on PostgreSQL and in the model, step by step. */
final class LedgerRun {

    /** Far in the future, so that the runs of a service on the same database leave these lots alone. */
    private static final Instant START = Instant.parse("2101-03-01T12:00:00Z");

    private static final String CURRENCY = "POINTS";
    private static final int BALANCES_EVERY = 4;
    private static final int LOTS_EVERY = 40;

    private static final String BALANCES = """
            SELECT holder_id, issued, pending, available, reserved, spent, expired, forfeited, adjusted, arrears, transferred
            FROM points_account WHERE holder_id = ANY (?)""";

    private static final String LOTS = """
            SELECT l.source_id, l.expires_at, l.contributed_by, l.pending, l.available, l.reserved, l.expired
            FROM lot l JOIN points_account a ON a.id = l.account_id WHERE a.holder_id = ? ORDER BY l.id""";

    private final LedgerOnPostgres server;
    private final LedgerModel model = new LedgerModel();
    private final List<UUID> holders;
    private final UUID pool;
    private final Map<UUID, Holder> members;
    private final List<UUID> earnings = new ArrayList<>();
    private final List<UUID> reservations = new ArrayList<>();
    private final List<UUID> redemptions = new ArrayList<>();
    private final List<UUID> expiries = new ArrayList<>();
    private final String name = UUID.randomUUID().toString();
    private Instant now = START;
    private int steps;
    private boolean forPool;

    LedgerRun(LedgerOnPostgres server) {
        this.server = server;
        Holder first = server.member();
        Holder second = server.member();
        pool = server.pool(first);
        holders = List.of(first.memberId(), second.memberId(), pool);
        members = Map.of(first.memberId(), first, second.memberId(), second);
    }

    void step(Operation operation) {
        switch (operation) {
            case Operation.Earn earn -> earn(earn);
            case Operation.EarnPending earn -> earn(earn.holder(), earn.source(), earn.points(), null, now, true, null);
            case Operation.Activate activate -> {
                UUID id = chosen(earnings, activate.which());
                boolean done = server.corrections().activate(id, now).posting() != null;
                assertThat(done).isEqualTo(model.activate(id, now));
            }
            case Operation.ActivateDue due -> {
                while (!server.corrections().activateDue(now, 100).isEmpty()) {
                    // until nothing is due
                }
                model.activateDue(now);
            }
            case Operation.Redeem redeem -> redeem(redeem);
            case Operation.Reserve reserve -> reserve(reserve);
            case Operation.RedeemReserved redeem -> {
                UUID id = chosen(reservations, redeem.which());
                UUID posting = server.postings().redeemReserved(id, now).posting();
                assertThat(posting != null).isEqualTo(model.redeemReserved(id, now, posting));
                keep(redemptions, posting);
            }
            case Operation.Release release -> {
                UUID id = chosen(reservations, release.which());
                Postings.Release released = server.postings().release(id, ReleaseReason.CANCELLED, now);
                assertThat(released.posting() != null).isEqualTo(model.release(id, now, released.expiry()));
                keep(expiries, released.expiry());
            }
            case Operation.Reverse reverse -> reverse(reverse);
            case Operation.Refund refund -> {
                UUID id = chosen(redemptions, refund.which());
                Instant grace = inDays(refund.graceInDays());
                CorrectionPostings.Refund back = server.corrections().refund(id, refund.points(), grace, now);
                assertThat(back.posting() == null ? -1 : back.points())
                        .isEqualTo(model.refund(id, refund.points(), grace, now, back.expiry()));
                keep(expiries, back.expiry());
            }
            case Operation.Adjust adjust -> {
                String id = name + "-adjustment-" + adjust.id();
                UUID holder = holders.get(adjust.holder());
                Instant expiresAt = inDays(adjust.expiresInDays());
                CorrectionPostings.Change change =
                        server.corrections().adjust(id, holder, CURRENCY, adjust.points(), 1, expiresAt, now);
                assertThat(change.posting() != null)
                        .isEqualTo(model.adjust(holder, id, adjust.points(), expiresAt, now));
                assertThat(change.available()).isEqualTo(model.account(holder).spendable(now));
            }
            case Operation.Transfer transfer -> {
                if (transfer.from() != transfer.to()) {
                    move(holders.get(transfer.from()), holders.get(transfer.to()), transfer.points(), null);
                }
            }
            case Operation.Withdraw withdraw -> {
                UUID member = holders.get(withdraw.member());
                move(pool, member, withdraw.points(), member);
            }
            case Operation.Reinstate reinstate -> {
                UUID id = chosen(expiries, reinstate.which());
                Instant until = now.plus(Duration.ofDays(reinstate.days()));
                CorrectionPostings.Change change = server.corrections().reinstate(id, until, now);
                assertThat(change.posting() == null ? -1 : change.points()).isEqualTo(model.reinstate(id, until, now));
            }
            case Operation.Expire expire -> expire();
            case Operation.Wait wait -> now = now.plus(Duration.ofHours(wait.hours()));
        }
        if (++steps % BALANCES_EVERY == 0) {
            compareBalances();
        }
        if (steps % LOTS_EVERY == 0) {
            compareLots();
        }
    }

    /** Ends the history: everything left is forfeited, and the books agree. */
    void end() {
        compareLots();
        for (UUID holder : holders) {
            server.corrections().forfeit(holder, now);
            model.forfeit(holder);
        }
        compareBalances();
        compareLots();
    }

    private void earn(Operation.Earn earn) {
        Instant earnedAt = now.minus(Duration.ofHours(earn.ageInHours()));
        Instant expiresAt = earn.expiresInDays() == null ? null : earnedAt.plus(Duration.ofDays(earn.expiresInDays()));
        Instant activatesAt =
                earn.activatesInHours() == null ? null : earnedAt.plus(Duration.ofHours(earn.activatesInHours()));
        earn(
                earn.holder(),
                earn.source(),
                earn.points(),
                expiresAt,
                earnedAt,
                earn.activatesInHours() != null,
                activatesAt);
    }

    /** The third holder is the pool: earned by the second member, for it. */
    private void earn(
            int place,
            int number,
            long points,
            @Nullable Instant expiresAt,
            Instant earnedAt,
            boolean pending,
            @Nullable Instant activatesAt) {
        String source = name + "-" + number;
        UUID holder = holders.get(place);
        UUID member = place == 2 ? holders.get(1) : holder;
        if (forPool != (place == 2)) {
            forPool = place == 2;
            server.earnsForPool(holders.get(1), pool, forPool);
        }
        List<Credited> credited = server.postings()
                .earn(
                        List.of(new Earning(
                                Objects.requireNonNull(members.get(member)),
                                source,
                                "transaction",
                                earnedAt,
                                1,
                                "{}",
                                List.of(new Earning.Grant(
                                        CURRENCY,
                                        "rule",
                                        points,
                                        expiresAt,
                                        pending,
                                        activatesAt,
                                        List.of(),
                                        null,
                                        null,
                                        null)))),
                        now)
                .get(0);
        assertThat(credited != null).isEqualTo(!model.hasCounted(source));
        if (credited != null) {
            UUID posting = credited.getFirst().transactionId();
            earnings.add(posting);
            model.earn(
                    holder,
                    place == 2 ? member : null,
                    posting,
                    source,
                    earnedAt,
                    expiresAt,
                    pending,
                    activatesAt,
                    points,
                    now);
            assertThat(credited.getFirst().available())
                    .isEqualTo(model.account(holder).spendable(now));
        }
    }

    private void redeem(Operation.Redeem redeem) {
        UUID holder = holders.get(redeem.holder());
        Postings.Debit debit = server.postings().redeem(holder, CURRENCY, redeem.points(), now);
        assertThat(debit.posting() != null).isEqualTo(model.redeem(holder, redeem.points(), now, debit.posting()));
        assertThat(debit.available()).isEqualTo(model.account(holder).spendable(now));
        keep(redemptions, debit.posting());
    }

    private void reserve(Operation.Reserve reserve) {
        UUID id = UUID.randomUUID();
        UUID holder = holders.get(reserve.holder());
        Instant deadline = now.plus(Duration.ofHours(reserve.hours()));
        Postings.Debit debit =
                server.postings().reserve(holder, new Hold(id, CURRENCY, reserve.points(), null, 1, deadline), now);
        assertThat(debit.posting() != null).isEqualTo(model.reserve(holder, id, reserve.points(), deadline, now));
        assertThat(debit.available()).isEqualTo(model.account(holder).spendable(now));
        if (debit.posting() != null) {
            reservations.add(id);
        }
    }

    private void reverse(Operation.Reverse reverse) {
        UUID id = chosen(earnings, reverse.which());
        String source = reverse.source() == null ? null : name + "-reversal-" + reverse.source();
        CorrectionPostings.Reversal reversal =
                server.corrections().reverse(id, reverse.points(), reverse.policy(), source, now);
        assertThat(reversal.posting() == null ? -1 : reversal.points())
                .isEqualTo(model.reverse(id, reverse.points(), reverse.policy(), source, now));
        if (reversal.posting() != null) {
            assertThat(reversal.remaining()).isEqualTo(model.remainingOfEarning(id));
        }
    }

    private void move(UUID from, UUID to, long points, @Nullable UUID of) {
        CorrectionPostings.Moved moved =
                server.corrections().transfer(UUID.randomUUID(), from, to, CURRENCY, points, of, now);
        assertThat(moved.out() != null).isEqualTo(model.transfer(from, to, to.equals(pool), points, of, now));
        assertThat(moved.available()).isEqualTo(model.account(from).spendable(now));
    }

    private void expire() {
        Map<UUID, TreeMap<Instant, Map<ModelAccount.Lot, Long>>> due = model.expire(now);
        List<Postings.Expired> made = server.postings().expire(now, 100);
        while (!made.isEmpty()) {
            for (Postings.Expired posted : made) {
                UUID holder = posted.holder().memberId();
                if (holders.contains(holder)) {
                    Map<ModelAccount.Lot, Long> parts =
                            Objects.requireNonNull(due.get(holder)).remove(posted.expiredAt());
                    assertThat(posted.points())
                            .isEqualTo(Objects.requireNonNull(parts).values().stream()
                                    .mapToLong(part -> part)
                                    .sum());
                    model.expired(posted.posting(), holder, parts);
                    expiries.add(posted.posting());
                }
            }
            made = server.postings().expire(now, 100);
        }
        assertThat(due.values()).allMatch(Map::isEmpty);
    }

    private @Nullable Instant inDays(@Nullable Integer days) {
        return days == null ? null : now.plus(Duration.ofDays(days));
    }

    private static UUID chosen(List<UUID> ids, int which) {
        return ids.isEmpty() ? UUID.randomUUID() : ids.get(Math.max(0, ids.size() - 1 - which));
    }

    private static void keep(List<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private record Books(UUID holder, List<Long> balances) {}

    private void compareBalances() {
        List<Books> kept = server.sql()
                .list(
                        BALANCES,
                        row -> new Books(
                                row.uuid("holder_id"),
                                List.of(
                                        row.number("issued"),
                                        row.number("pending"),
                                        row.number("available"),
                                        row.number("reserved"),
                                        row.number("spent"),
                                        row.number("expired"),
                                        row.number("forfeited"),
                                        row.number("adjusted"),
                                        row.number("arrears"),
                                        row.number("transferred"))),
                        io.clientele.loyalty.sql.Sql.column("uuid", holders, id -> id));
        for (Books books : kept) {
            assertThat(books.balances()).isEqualTo(model.account(books.holder()).balances());
        }
    }

    private void compareLots() {
        for (UUID holder : holders) {
            List<String> kept = server.sql()
                    .list(
                            LOTS,
                            row -> row.text("source_id") + " " + row.timeOrNull("expires_at") + " "
                                    + row.uuidOrNull("contributed_by") + " " + row.number("pending") + " "
                                    + row.number("available") + " " + row.number("reserved") + " "
                                    + row.number("expired"),
                            holder);
            assertThat(kept)
                    .isEqualTo(model.account(holder).lots.stream()
                            .map(ModelAccount.Lot::toString)
                            .toList());
        }
    }
}
