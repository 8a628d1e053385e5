package io.clientele.loyalty.tier;

import io.clientele.loyalty.rules.TierScheme;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands after a judgement: up at once, down only after grace and by the scheme's policy.
 *
 * @param tier key; null for none
 * @param keptUntil last business day of grace; null when the tier is reached
 */
record TierVerdict(@Nullable String tier, @Nullable LocalDate keptUntil) {

    /**
     * Judges one member.
     *
     * @param points qualifying, as the scheme measures them
     * @param current tier before; null for none
     * @param keptUntil last day of grace that runs; null for none
     */
    static TierVerdict of(
            TierScheme scheme, long points, @Nullable String current, @Nullable LocalDate keptUntil, LocalDate today) {
        int reached = scheme.reached(points);
        int held = scheme.placeOf(current);
        if (reached >= held) {
            return new TierVerdict(key(scheme, reached), null);
        }
        if (scheme.downgrade() == TierScheme.Downgrade.NONE) {
            return new TierVerdict(current, null);
        }
        LocalDate lastDay = keptUntil == null ? today.plusDays(scheme.grace() - 1L) : keptUntil;
        if (!today.isAfter(lastDay)) {
            return new TierVerdict(current, lastDay);
        }
        int after = scheme.afterDowngrade(held, reached);
        return new TierVerdict(key(scheme, after), null);
    }

    private static @Nullable String key(TierScheme scheme, int place) {
        return place < 0 ? null : scheme.tiers().get(place).key();
    }
}
