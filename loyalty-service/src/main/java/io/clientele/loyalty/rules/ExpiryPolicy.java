package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long points can be spent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExpiryPolicy.Never.class, name = "NEVER"),
    @JsonSubTypes.Type(value = ExpiryPolicy.Rolling.class, name = "ROLLING"),
    @JsonSubTypes.Type(value = ExpiryPolicy.Calendar.class, name = "CALENDAR"),
    @JsonSubTypes.Type(value = ExpiryPolicy.Sliding.class, name = "SLIDING")
})
@Schema(
        description =
                "How long points can be spent: `NEVER` expiring, `ROLLING` from the day they were earned, to a day of the `CALENDAR`, or `SLIDING` on with every later earning.",
        oneOf = {
            ExpiryPolicy.Never.class,
            ExpiryPolicy.Rolling.class,
            ExpiryPolicy.Calendar.class,
            ExpiryPolicy.Sliding.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "NEVER", schema = ExpiryPolicy.Never.class),
            @DiscriminatorMapping(value = "ROLLING", schema = ExpiryPolicy.Rolling.class),
            @DiscriminatorMapping(value = "CALENDAR", schema = ExpiryPolicy.Calendar.class),
            @DiscriminatorMapping(value = "SLIDING", schema = ExpiryPolicy.Sliding.class)
        },
        examples = "{\"type\":\"ROLLING\",\"period\":\"P12M\"}")
public sealed interface ExpiryPolicy {

    /** The first instant points earned at {@code earnedAt} can no longer be spent; null when they do not expire. */
    @Nullable
    Instant expiresAt(Instant earnedAt, ZoneId zone);

    /** By how long each later earning renews points that have not expired; null when they are not renewed. */
    default @Nullable Period slides() {
        return null;
    }

    private static Instant endOfDayAfter(Instant time, Period period, ZoneId zone) {
        return time.atZone(zone)
                .toLocalDate()
                .plus(period)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static void requireLife(@Nullable Period period) {
        if (period == null
                || period.isNegative()
                || period.isZero()
                || period.toTotalMonths() > LONGEST_MONTHS
                || period.getDays() > 31 * LONGEST_MONTHS) {
            throw new IllegalArgumentException("period is one day to 50 years");
        }
    }

    /** The longest life of points. */
    long LONGEST_MONTHS = 600;

    /** Points do not expire. */
    @Schema(name = "NeverExpiring", description = "Points do not expire.")
    record Never() implements ExpiryPolicy {

        @Override
        public @Nullable Instant expiresAt(Instant earnedAt, ZoneId zone) {
            return null;
        }
    }

    /**
     * Points can be spent to the end of the business day, in the programme's time zone, that lies {@code period} after the
     * day they were earned; where that month is shorter, its last day.
     *
     * @param period one day to 50 years, in years, months and days
     */
    @Schema(
            name = "RollingExpiry",
            description =
                    "Points can be spent to the end of the business day, in the programme's time zone, that lies `period` after the day they were earned.")
    record Rolling(
            @Schema(
                    type = SchemaType.STRING,
                    format = "duration",
                    description = "ISO 8601 period in years, months and days.",
                    examples = "P12M")
            Period period)
            implements ExpiryPolicy {

        /**
         * @throws IllegalArgumentException when the period is out of range
         */
        public Rolling {
            requireLife(period);
        }

        @Override
        public Instant expiresAt(Instant earnedAt, ZoneId zone) {
            return endOfDayAfter(earnedAt, period, zone);
        }
    }

    /**
     * Points can be spent to the end of the business day that lies {@code period} after the day the member last earned in
     * their currency. What has expired is not renewed.
     *
     * @param period one day to 50 years, in years, months and days
     */
    @Schema(
            name = "SlidingExpiry",
            description =
                    "Points can be spent to the end of the business day, in the programme's time zone, that lies `period` after the day the member last earned in their currency.")
    record Sliding(
            @Schema(
                    type = SchemaType.STRING,
                    format = "duration",
                    description = "ISO 8601 period in years, months and days.",
                    examples = "P18M")
            Period period)
            implements ExpiryPolicy {

        /**
         * @throws IllegalArgumentException when the period is out of range
         */
        public Sliding {
            requireLife(period);
        }

        @Override
        public Instant expiresAt(Instant earnedAt, ZoneId zone) {
            return endOfDayAfter(earnedAt, period, zone);
        }

        @Override
        public Period slides() {
            return period;
        }
    }

    /**
     * Points can be spent to the end of a day of the calendar, in the programme's time zone.
     *
     * @param lastDay such as {@code --12-31}; 29 February is the 28th where there is none
     * @param years so many years after the year they were earned, 0 to 50; with 0, points earned after that day live to the
     *     same day of the next year
     */
    @Schema(
            name = "CalendarExpiry",
            description =
                    "Points can be spent to the end of `lastDay`, in the programme's time zone, of the year that lies `years` after the one they were earned in.")
    record Calendar(
            @Schema(
                    type = SchemaType.STRING,
                    description = "Month and day, ISO 8601; 29 February is the 28th where there is none.",
                    examples = "--12-31")
            MonthDay lastDay,

            @Schema(
                    description =
                            "0 to 50; with 0, points earned after that day live to the same day of the next year.",
                    minimum = "0",
                    maximum = "50",
                    examples = "1")
            int years)
            implements ExpiryPolicy {

        /**
         * @throws IllegalArgumentException when a part is missing or out of range
         */
        public Calendar {
            if (lastDay == null || years < 0 || years > 50) {
                throw new IllegalArgumentException("lastDay is a day of the calendar, years are 0 to 50");
            }
        }

        @Override
        public Instant expiresAt(Instant earnedAt, ZoneId zone) {
            LocalDate earned = earnedAt.atZone(zone).toLocalDate();
            LocalDate last = lastDay.atYear(earned.getYear() + years);
            if (last.isBefore(earned)) {
                last = lastDay.atYear(earned.getYear() + 1);
            }
            return last.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }
}
