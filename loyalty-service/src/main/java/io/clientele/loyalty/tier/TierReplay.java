package io.clientele.loyalty.tier;

import io.clientele.loyalty.rules.TierScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tier of one member as it follows from qualifying points alone, from none on: judged with every earning, and on every
 * business day as long as there is a tier to lose. Time only goes forward.
 */
public final class TierReplay {

    private record Earned(Instant at, long points) {}

    private final TierScheme scheme;
    private final ZoneId zone;
    private final List<Earned> earned = new ArrayList<>();
    private int oldest;
    private long sum;
    private TierVerdict verdict = new TierVerdict(null, null);
    private @Nullable LocalDate day;

    /** A member without points. */
    public TierReplay(TierScheme scheme, ZoneId zone) {
        this.scheme = scheme;
        this.zone = zone;
    }

    /** Key of the tier at {@code time}; null for none. */
    public @Nullable String tierAt(Instant time) {
        LocalDate today = time.atZone(zone).toLocalDate();
        while (day != null && verdict.tier() != null && day.isBefore(today)) {
            day = day.plusDays(1);
            judge(day.atStartOfDay(zone).toInstant(), day);
        }
        day = today;
        return verdict.tier();
    }

    /** Qualifying points are earned. */
    public void earn(Instant at, long points) {
        tierAt(at);
        earned.add(new Earned(at, points));
        sum += points;
        judge(at, at.atZone(zone).toLocalDate());
    }

    private void judge(Instant now, LocalDate today) {
        Instant start = scheme.periodStart(now, zone);
        while (oldest < earned.size() && earned.get(oldest).at().isBefore(start)) {
            sum -= earned.get(oldest++).points();
        }
        verdict = TierVerdict.of(scheme, sum / scheme.months(now, zone), verdict.tier(), verdict.keptUntil(), today);
    }
}
