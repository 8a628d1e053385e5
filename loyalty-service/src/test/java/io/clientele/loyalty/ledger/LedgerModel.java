package io.clientele.loyalty.ledger;

import io.clientele.loyalty.ledger.ModelAccount.Lot;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ledger should do, said anew in plain Java: no SQL. */
final class LedgerModel {

    private record Earned(ModelAccount account, Lot lot, long points, long[] reversed, Set<String> sources) {}

    private record Held(ModelAccount account, Map<Lot, Long> parts, Instant deadline) {}

    private record Spent(ModelAccount account, Map<Lot, Long> parts, long points, long[] refunded) {}

    private record Expired(ModelAccount account, Map<Lot, Long> parts) {}

    private final Map<UUID, ModelAccount> accounts = new HashMap<>();
    private final Set<String> counted = new HashSet<>();
    private final Map<UUID, Earned> earnings = new HashMap<>();
    private final Map<UUID, Held> holds = new HashMap<>();
    private final Map<UUID, Spent> redemptions = new HashMap<>();
    private final Map<UUID, Expired> expiries = new HashMap<>();
    private int born;

    ModelAccount account(UUID holder) {
        return accounts.computeIfAbsent(holder, id -> new ModelAccount());
    }

    boolean hasCounted(String source) {
        return counted.contains(source);
    }

    void earn(
            UUID holder,
            @Nullable UUID contributor,
            UUID posting,
            String source,
            Instant earnedAt,
            @Nullable Instant expiresAt,
            boolean pending,
            @Nullable Instant activatesAt,
            long points,
            Instant now) {
        counted.add(source);
        ModelAccount account = account(holder);
        Lot lot = new Lot(source, earnedAt, expiresAt, activatesAt, contributor, born++);
        if (pending) {
            lot.pending = points;
        } else {
            lot.available = points;
        }
        account.lots.add(lot);
        account.earned += points;
        earnings.put(posting, new Earned(account, lot, points, new long[1], new HashSet<>()));
        account.settle(now);
    }

    boolean activate(UUID earning, Instant now) {
        Earned earned = earnings.get(earning);
        if (earned == null || earned.lot().pending == 0) {
            return false;
        }
        earned.lot().available += earned.lot().pending;
        earned.lot().pending = 0;
        earned.account().settle(now);
        return true;
    }

    void activateDue(Instant now) {
        for (ModelAccount account : accounts.values()) {
            for (Lot lot : account.lots) {
                if (lot.pending > 0 && lot.activatesAt != null && !lot.activatesAt.isAfter(now)) {
                    lot.available += lot.pending;
                    lot.pending = 0;
                }
            }
            account.settle(now);
        }
    }

    boolean redeem(UUID holder, long points, Instant now, @Nullable UUID posting) {
        ModelAccount account = account(holder);
        if (account.spendable(now) < points) {
            return false;
        }
        Map<Lot, Long> parts = account.take(points, now, lot -> true);
        account.spent += points;
        redemptions.put(Objects.requireNonNull(posting), new Spent(account, parts, points, new long[1]));
        return true;
    }

    boolean reserve(UUID holder, UUID id, long points, Instant deadline, Instant now) {
        ModelAccount account = account(holder);
        if (account.spendable(now) < points) {
            return false;
        }
        Map<Lot, Long> parts = account.take(points, now, lot -> true);
        parts.forEach((lot, part) -> lot.reserved += part);
        holds.put(id, new Held(account, parts, deadline));
        return true;
    }

    boolean redeemReserved(UUID id, Instant now, @Nullable UUID posting) {
        Held held = holds.get(id);
        if (held == null || !held.deadline().isAfter(now)) {
            return false;
        }
        holds.remove(id);
        long points = 0;
        for (Map.Entry<Lot, Long> part : held.parts().entrySet()) {
            part.getKey().reserved -= part.getValue();
            points += part.getValue();
        }
        held.account().spent += points;
        redemptions.put(Objects.requireNonNull(posting), new Spent(held.account(), held.parts(), points, new long[1]));
        return true;
    }

    boolean release(UUID id, Instant now, @Nullable UUID expiry) {
        Held held = holds.remove(id);
        if (held == null) {
            return false;
        }
        held.parts().forEach((lot, part) -> lot.reserved -= part);
        giveBack(held.account(), held.parts(), now, expiry);
        held.account().settle(now);
        return true;
    }

    /** Puts points into lots; what is past its expiry expires at once. */
    private void giveBack(ModelAccount account, Map<Lot, Long> parts, Instant now, @Nullable UUID expiry) {
        Map<Lot, Long> late = new LinkedHashMap<>();
        parts.forEach((lot, part) -> {
            if (lot.isOverAt(now)) {
                lot.expired += part;
                late.put(lot, part);
            } else {
                lot.available += part;
            }
        });
        if (!late.isEmpty()) {
            expiries.put(Objects.requireNonNull(expiry, "an expiry is posted"), new Expired(account, late));
        }
    }

    /** What expires now, by holder and instant; {@link #expired} names the postings. */
    Map<UUID, TreeMap<Instant, Map<Lot, Long>>> expire(Instant now) {
        Map<UUID, TreeMap<Instant, Map<Lot, Long>>> due = new HashMap<>();
        accounts.forEach((holder, account) -> {
            for (Lot lot : account.lots) {
                if (lot.isOverAt(now) && lot.available > 0) {
                    due.computeIfAbsent(holder, id -> new TreeMap<>())
                            .computeIfAbsent(Objects.requireNonNull(lot.expiresAt), at -> new LinkedHashMap<>())
                            .put(lot, lot.available);
                    lot.expired += lot.available;
                    lot.available = 0;
                }
            }
        });
        return due;
    }

    void expired(UUID posting, UUID holder, Map<Lot, Long> parts) {
        expiries.put(posting, new Expired(account(holder), parts));
    }

    long remainingOfEarning(UUID earning) {
        Earned earned = earnings.get(earning);
        return earned == null ? 0 : earned.points() - earned.reversed()[0];
    }

    /** Points taken, or -1 when it is refused. */
    long reverse(UUID earning, @Nullable Long wished, ReversalPolicy policy, @Nullable String source, Instant now) {
        Earned earned = earnings.get(earning);
        if (earned == null || (source != null && earned.sources().contains(source))) {
            return -1;
        }
        long remaining = earned.points() - earned.reversed()[0];
        long left = wished == null ? remaining : wished;
        ModelAccount account = earned.account();
        Lot lot = earned.lot();
        long others = account.spendable(now) - (lot.isOverAt(now) ? 0 : lot.available);
        long within = lot.pending + lot.available + lot.expired + others;
        if (remaining == 0
                || left > remaining
                || (policy == ReversalPolicy.PENDING_ONLY && lot.pending < left)
                || (policy == ReversalPolicy.WITHIN_BALANCE && within == 0)) {
            return -1;
        }
        if (policy == ReversalPolicy.WITHIN_BALANCE) {
            left = Math.min(left, within);
        }
        long taken = left;
        long part = Math.min(left, lot.pending);
        lot.pending -= part;
        left -= part;
        part = Math.min(left, lot.available);
        lot.available -= part;
        left -= part;
        part = Math.min(left, lot.expired);
        lot.expired -= part;
        left -= part;
        part = Math.min(left, account.spendable(now));
        account.take(part, now, any -> true);
        left -= part;
        account.owed += left;
        account.earned -= taken;
        earned.reversed()[0] += taken;
        if (source != null) {
            earned.sources().add(source);
        }
        return taken;
    }

    /** Points given back, or -1 when it is refused. */
    long refund(UUID redemption, @Nullable Long wished, @Nullable Instant grace, Instant now, @Nullable UUID expiry) {
        Spent spent = redemptions.get(redemption);
        if (spent == null) {
            return -1;
        }
        long remaining = spent.points() - spent.refunded()[0];
        long points = wished == null ? remaining : wished;
        if (remaining == 0 || points > remaining) {
            return -1;
        }
        Map<Lot, Long> back = new LinkedHashMap<>();
        long done = spent.refunded()[0];
        long missing = points;
        for (Lot lot : List.copyOf(spent.parts().keySet()).reversed()) {
            long part = Objects.requireNonNull(spent.parts().get(lot));
            long before = Math.min(done, part);
            done -= before;
            long now2 = Math.min(missing, part - before);
            if (now2 > 0) {
                back.put(lot, now2);
                missing -= now2;
            }
        }
        if (grace != null && grace.isAfter(now)) {
            back.keySet().stream()
                    .filter(lot -> lot.isOverAt(now) && lot.available == 0)
                    .forEach(lot -> lot.expiresAt = grace);
        }
        spent.refunded()[0] += points;
        spent.account().spent -= points;
        giveBack(spent.account(), back, now, expiry);
        spent.account().settle(now);
        return points;
    }

    boolean adjust(UUID holder, String id, long points, @Nullable Instant expiresAt, Instant now) {
        ModelAccount account = account(holder);
        if (counted.contains(id) || (points < 0 && account.spendable(now) < -points)) {
            return false;
        }
        counted.add(id);
        account.adjusted += points;
        if (points > 0) {
            Lot lot = new Lot(id, now, expiresAt, null, null, born++);
            lot.available = points;
            account.lots.add(lot);
            account.settle(now);
        } else {
            account.take(-points, now, lot -> true);
        }
        return true;
    }

    boolean transfer(UUID from, UUID to, boolean toPool, long points, @Nullable UUID of, Instant now) {
        ModelAccount giver = account(from);
        ModelAccount receiver = account(to);
        long there = giver.lots.stream()
                .filter(lot -> !lot.isOverAt(now) && (of == null || of.equals(lot.contributor)))
                .mapToLong(lot -> lot.available)
                .sum();
        if (there < points) {
            return false;
        }
        giver.take(points, now, lot -> of == null || of.equals(lot.contributor)).forEach((lot, part) -> {
            UUID contributor = toPool ? Objects.requireNonNullElse(lot.contributor, from) : null;
            Lot received = new Lot(lot.source, lot.earnedAt, lot.expiresAt, null, contributor, born++);
            received.available = part;
            receiver.lots.add(received);
        });
        giver.given += points;
        receiver.given -= points;
        receiver.settle(now);
        return true;
    }

    /** Points given back, or -1 when nothing was done. */
    long reinstate(UUID expiry, Instant until, Instant now) {
        Expired expired = expiries.get(expiry);
        if (expired == null) {
            return -1;
        }
        long points = 0;
        for (Map.Entry<Lot, Long> part : expired.parts().entrySet()) {
            Lot lot = part.getKey();
            long back = Math.min(part.getValue(), lot.expired);
            if (back > 0) {
                lot.expired -= back;
                lot.available += back;
                lot.expiresAt = until;
                points += back;
            }
        }
        if (points == 0) {
            return -1;
        }
        expiries.remove(expiry);
        expired.account().settle(now);
        return points;
    }

    void forfeit(UUID holder) {
        ModelAccount account = account(holder);
        for (Lot lot : account.lots) {
            account.forfeited += lot.pending + lot.available;
            lot.pending = 0;
            lot.available = 0;
        }
    }
}
