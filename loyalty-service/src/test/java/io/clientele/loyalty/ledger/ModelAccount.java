package io.clientele.loyalty.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One member's or pool's points as {@link LedgerModel} sees them: lots in a list. */
final class ModelAccount {

    /** A lot as the model sees it. */
    static final class Lot {

        final String source;
        final Instant earnedAt;

        @Nullable
        Instant expiresAt;

        final @Nullable Instant activatesAt;
        final @Nullable UUID contributor;
        final int born;
        long pending;
        long available;
        long reserved;
        long expired;

        Lot(
                String source,
                Instant earnedAt,
                @Nullable Instant expiresAt,
                @Nullable Instant activatesAt,
                @Nullable UUID contributor,
                int born) {
            this.source = source;
            this.earnedAt = earnedAt;
            this.expiresAt = expiresAt;
            this.activatesAt = activatesAt;
            this.contributor = contributor;
            this.born = born;
        }

        boolean isOverAt(Instant now) {
            return expiresAt != null && !expiresAt.isAfter(now);
        }

        @Override
        public String toString() {
            return source + " " + expiresAt + " " + contributor + " " + pending + " " + available + " " + reserved + " "
                    + expired;
        }
    }

    private static final Comparator<Lot> ORDER = Comparator.<Lot, Instant>comparing(
                    lot -> lot.expiresAt == null ? Instant.MAX : lot.expiresAt)
            .thenComparing(lot -> lot.earnedAt)
            .thenComparing(lot -> lot.born);

    final List<Lot> lots = new ArrayList<>();
    long earned;
    long spent;
    long forfeited;
    long adjusted;
    long owed;
    long given;

    long spendable(Instant now) {
        return lots.stream()
                .filter(lot -> !lot.isOverAt(now))
                .mapToLong(lot -> lot.available)
                .sum();
    }

    /** issued, pending, available, reserved, spent, expired, forfeited, adjusted, arrears, transferred. */
    List<Long> balances() {
        return List.of(
                -earned,
                lots.stream().mapToLong(lot -> lot.pending).sum(),
                lots.stream().mapToLong(lot -> lot.available).sum(),
                lots.stream().mapToLong(lot -> lot.reserved).sum(),
                spent,
                lots.stream().mapToLong(lot -> lot.expired).sum(),
                forfeited,
                -adjusted,
                -owed,
                given);
    }

    void settle(Instant now) {
        long paid = Math.min(owed, spendable(now));
        take(paid, now, lot -> true);
        owed -= paid;
    }

    Map<Lot, Long> take(long points, Instant now, Predicate<Lot> which) {
        Map<Lot, Long> taken = new LinkedHashMap<>();
        long missing = points;
        for (Lot lot : lots.stream()
                .filter(candidate -> !candidate.isOverAt(now) && candidate.available > 0 && which.test(candidate))
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
