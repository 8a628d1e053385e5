package io.clientele.loyalty.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ledger should do, said anew in plain Java: lots in lists, no SQL. */
final class LotModel {

    /** A lot as the model sees it. */
    static final class Lot {

        final String source;
        final Instant earnedAt;
        final @Nullable Instant expiresAt;
        final int born;
        long available;
        long reserved;

        Lot(String source, Instant earnedAt, @Nullable Instant expiresAt, int born, long points) {
            this.source = source;
            this.earnedAt = earnedAt;
            this.expiresAt = expiresAt;
            this.born = born;
            this.available = points;
        }

        boolean isOverAt(Instant now) {
            return expiresAt != null && !expiresAt.isAfter(now);
        }
    }

    private static final Comparator<Lot> ORDER = Comparator.<Lot, Instant>comparing(
                    lot -> lot.expiresAt == null ? Instant.MAX : lot.expiresAt)
            .thenComparing(lot -> lot.earnedAt)
            .thenComparing(lot -> lot.born);

    final List<Lot> lots = new ArrayList<>();
    private final Set<String> counted = new HashSet<>();
    private final Map<UUID, Map<Lot, Long>> holds = new HashMap<>();
    private final Map<UUID, Instant> deadlines = new HashMap<>();
    long earned;
    long spent;
    long expired;

    boolean earn(String source, Instant earnedAt, @Nullable Instant expiresAt, long points) {
        if (!counted.add(source)) {
            return false;
        }
        lots.add(new Lot(source, earnedAt, expiresAt, lots.size(), points));
        earned += points;
        return true;
    }

    long spendable(Instant now) {
        return lots.stream()
                .filter(lot -> !lot.isOverAt(now))
                .mapToLong(lot -> lot.available)
                .sum();
    }

    boolean redeem(long points, Instant now) {
        if (spendable(now) < points) {
            return false;
        }
        take(points, now);
        spent += points;
        return true;
    }

    boolean reserve(UUID id, long points, Instant deadline, Instant now) {
        if (spendable(now) < points) {
            return false;
        }
        Map<Lot, Long> taken = take(points, now);
        taken.forEach((lot, part) -> lot.reserved += part);
        holds.put(id, taken);
        deadlines.put(id, deadline);
        return true;
    }

    boolean redeemReserved(UUID id, Instant now) {
        Instant deadline = deadlines.get(id);
        if (deadline == null || !deadline.isAfter(now)) {
            return false;
        }
        end(id).forEach((lot, part) -> {
            lot.reserved -= part;
            spent += part;
        });
        return true;
    }

    boolean release(UUID id, Instant now) {
        if (!holds.containsKey(id)) {
            return false;
        }
        end(id).forEach((lot, part) -> {
            lot.reserved -= part;
            if (lot.isOverAt(now)) {
                expired += part;
            } else {
                lot.available += part;
            }
        });
        return true;
    }

    void expire(Instant now) {
        lots.stream().filter(lot -> lot.isOverAt(now)).forEach(lot -> {
            expired += lot.available;
            lot.available = 0;
        });
    }

    long available() {
        return lots.stream().mapToLong(lot -> lot.available).sum();
    }

    long reserved() {
        return lots.stream().mapToLong(lot -> lot.reserved).sum();
    }

    private Map<Lot, Long> end(UUID id) {
        deadlines.remove(id);
        return java.util.Objects.requireNonNull(holds.remove(id));
    }

    private Map<Lot, Long> take(long points, Instant now) {
        Map<Lot, Long> taken = new LinkedHashMap<>();
        long missing = points;
        for (Lot lot : lots.stream()
                .filter(candidate -> !candidate.isOverAt(now) && candidate.available > 0)
                .sorted(ORDER)
                .toList()) {
            long part = Math.min(missing, lot.available);
            if (part > 0) {
                lot.available -= part;
                taken.put(lot, part);
                missing -= part;
            }
        }
        return taken;
    }
}
