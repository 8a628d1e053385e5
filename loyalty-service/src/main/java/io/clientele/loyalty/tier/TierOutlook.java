package io.clientele.loyalty.tier;

import io.clientele.loyalty.rules.TierScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a member who earns nothing more is going to lose, and when. */
public final class TierOutlook {

    private TierOutlook() {}

    /** Qualifying points of one business day. */
    public record Day(LocalDate day, long points) {}

    /**
     * A tier that is going to be lost.
     *
     * @param fallsTo key of the tier after it; null for none
     * @param keptUntil its last business day
     * @param missing qualifying points that keep it, above 0
     */
    public record Risk(String tier, @Nullable String fallsTo, LocalDate keptUntil, long missing) {}

    /**
     * The risk of a member, as far as it shows itself by {@code horizon}.
     *
     * @param tier key; null for none
     * @param keptUntil last day of grace that runs; null for none
     * @param earned qualifying points by day
     * @return empty when nothing can be lost
     */
    public static Optional<Risk> of(
            TierScheme scheme,
            ZoneId zone,
            @Nullable String tier,
            @Nullable LocalDate keptUntil,
            List<Day> earned,
            LocalDate today,
            LocalDate horizon) {
        int held = scheme.placeOf(tier);
        if (tier == null || held < 0 || scheme.downgrade() == TierScheme.Downgrade.NONE) {
            return Optional.empty();
        }
        LocalDate day = keptUntil == null ? today.plusDays(1) : today;
        for (; !day.isAfter(horizon); day = day.plusDays(1)) {
            Instant time = day.atStartOfDay(zone).toInstant();
            LocalDate from = scheme.periodStart(time, zone).atZone(zone).toLocalDate();
            long points = earned.stream()
                    .filter(each -> !each.day().isBefore(from))
                    .mapToLong(Day::points)
                    .sum();
            int months = scheme.months(time, zone);
            int reached = scheme.reached(points / months);
            if (reached < held) {
                int after = scheme.afterDowngrade(held, reached);
                LocalDate last = keptUntil == null ? day.plusDays(scheme.grace() - 1L) : keptUntil;
                return Optional.of(new Risk(
                        tier,
                        after < 0 ? null : scheme.tiers().get(after).key(),
                        last,
                        scheme.tiers().get(held).threshold() * months - points));
            }
        }
        return Optional.empty();
    }

    /** The day by which every point of today's period has aged: nothing changes after it. */
    public static LocalDate endOfPeriod(TierScheme scheme, LocalDate today) {
        return scheme.rolling() == null
                ? LocalDate.of(today.getYear() + 1, 1, 1)
                : today.plus(scheme.rolling()).plusDays(1);
    }
}
