package io.clientele.loyalty.account;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The business days a statement is of, and until when something had to be known to stand in it.
 *
 * @param from first day
 * @param to last day
 * @param knownAt what was recorded later is left out
 */
public record StatementPeriod(LocalDate from, LocalDate to, Instant knownAt, ZoneId zone) {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /**
     * A period as a caller names it: from the first of this month to today, as known now, where nothing is said.
     *
     * @throws ProblemException 400 {@code period-malformed}
     */
    public static StatementPeriod of(
            @Nullable String from, @Nullable String to, @Nullable String knownAt, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new StatementPeriod(
                day("from", from, today.withDayOfMonth(1)), day("to", to, today), time(knownAt, now), zone);
    }

    /** First instant of the period. */
    public Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** First instant after it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(String name, @Nullable String given, LocalDate otherwise) {
        if (given == null) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(given);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // answered below
        }
        throw malformed(name, "is a date such as 1994-04-30");
    }

    private static Instant time(@Nullable String given, Instant now) {
        if (given == null) {
            return now;
        }
        try {
            Instant time = Instant.parse(given);
            if (!time.isAfter(LAST.atStartOfDay(ZoneId.of("UTC")).toInstant())
                    && !time.isBefore(FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant())) {
                return time;
            }
        } catch (DateTimeException unreadable) {
            // answered below
        }
        throw malformed("knownAt", "is a time such as 1994-04-30T12:00:00Z");
    }

    private static ProblemException malformed(String name, String detail) {
        return ProblemException.malformed(
                "period-malformed",
                "A statement is of the business days from and to, as known at a time.",
                new FieldError("query:" + name, detail));
    }
}
