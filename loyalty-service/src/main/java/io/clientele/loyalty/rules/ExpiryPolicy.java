package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
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
    @JsonSubTypes.Type(value = ExpiryPolicy.Rolling.class, name = "ROLLING")
})
@Schema(
        description = "How long points can be spent: `NEVER` expiring, or `ROLLING` from the day they were earned.",
        oneOf = {ExpiryPolicy.Never.class, ExpiryPolicy.Rolling.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "NEVER", schema = ExpiryPolicy.Never.class),
            @DiscriminatorMapping(value = "ROLLING", schema = ExpiryPolicy.Rolling.class)
        },
        examples = "{\"type\":\"ROLLING\",\"period\":\"P12M\"}")
public sealed interface ExpiryPolicy {

    /** The first instant points earned at {@code earnedAt} can no longer be spent; null when they do not expire. */
    @Nullable
    Instant expiresAt(Instant earnedAt, ZoneId zone);

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

        private static final long LONGEST_MONTHS = 600;

        /**
         * @throws IllegalArgumentException when the period is out of range
         */
        public Rolling {
            if (period == null
                    || period.isNegative()
                    || period.isZero()
                    || period.toTotalMonths() > LONGEST_MONTHS
                    || period.getDays() > 31 * LONGEST_MONTHS) {
                throw new IllegalArgumentException("period is one day to 50 years");
            }
        }

        @Override
        public Instant expiresAt(Instant earnedAt, ZoneId zone) {
            return earnedAt.atZone(zone)
                    .toLocalDate()
                    .plus(period)
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }
}
