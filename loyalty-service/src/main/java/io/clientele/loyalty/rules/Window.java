package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Business days of the programme's time zone on which something counts, by the activity's own time.
 *
 * @param from first day; absent for no beginning
 * @param to last day; absent for no end
 * @param days of the week; absent for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = "{\"from\":\"1994-11-01\",\"to\":\"1994-12-24\",\"days\":[\"SATURDAY\",\"SUNDAY\"]}")
public record Window(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Set<DayOfWeek> days) {

    /**
     * @throws IllegalArgumentException when it never counts
     */
    public Window {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to is not before from");
        }
        if (days != null && days.isEmpty()) {
            throw new IllegalArgumentException("days has at least one day");
        }
        days = days == null ? null : new TreeSet<>(days);
    }

    /** Whether {@code time} lies in it. */
    public boolean holds(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        LocalDate day = local.toLocalDate();
        return (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to))
                && (days == null || days.contains(local.getDayOfWeek()));
    }
}
