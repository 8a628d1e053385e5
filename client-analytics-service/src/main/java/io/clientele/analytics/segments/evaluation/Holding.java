package io.clientele.analytics.segments.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A product the client holds, held or will hold.
 *
 * @param product its code
 * @param openedOn from the first instant of this day; null = since ever
 * @param closedOn until the first instant of this day, excluded; null = for good
 */
public record Holding(
        String product,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    boolean runsAt(Instant at, ZoneId zone) {
        return (openedOn == null || !at.isBefore(openedOn.atStartOfDay(zone).toInstant()))
                && (closedOn == null || at.isBefore(closedOn.atStartOfDay(zone).toInstant()));
    }
}
