package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How members come to a tier and lose it: by the points of one currency they earn in a period. Rules that grant this currency
 * say what qualifies: spend, balances held, products opened.
 *
 * @param currency code of the qualifying currency of points
 * @param measure {@link Measure#SUM} when absent
 * @param rolling the last so many months and days; null for the calendar year
 * @param downgrade {@link Downgrade#FULL} when absent
 * @param graceDays a tier is kept so many days after it is no longer reached; 0 when absent
 * @param tiers by rising threshold, at least one; below the first a member has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "How members come to a tier and lose it: by the points of one currency they earn in a period. Rules that grant this currency say what qualifies: spend, balances, products.")
public record TierScheme(
        @Schema(description = "Code of the qualifying currency of points.", examples = "POINTS")
        @NotNull
        @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "is the code of a currency of points")
        String currency,

        @Schema(
                description =
                        "`SUM` (the default) of the points earned, or `MONTHLY_AVERAGE` of it over the months of the period that have begun.",
                examples = "SUM")
        @Nullable
        Measure measure,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "The last so many months and days; absent for the calendar year.",
                examples = "P12M")
        @Nullable
        Period rolling,

        @Schema(
                description =
                        "Who no longer reaches the tier: stays (`NONE`), falls one (`ONE_LEVEL`), or comes to the tier reached (`FULL`, the default).",
                examples = "ONE_LEVEL")
        @Nullable
        Downgrade downgrade,

        @Schema(description = "Days a tier is kept although it is no longer reached; 0 by default.", examples = "30")
        @Min(0)
        @Max(3650)
        @Nullable
        Integer graceDays,

        @Schema(description = "By rising threshold; below the first a member has no tier.") @NotEmpty @Size(max = 20)
        List<@Valid @NotNull Tier> tiers) {

    private static final int LONGEST_MONTHS = 120;

    /** What is compared with the thresholds. */
    public enum Measure {
        /** Points earned in the period. */
        SUM,
        /** Points earned in the period, per month of it that has begun. */
        MONTHLY_AVERAGE
    }

    /** What happens to who no longer reaches a tier. */
    public enum Downgrade {
        NONE,
        ONE_LEVEL,
        FULL
    }

    /**
     * @throws IllegalArgumentException when the rolling period is not one month to ten years
     */
    public TierScheme {
        tiers = List.copyOf(tiers);
        if (rolling != null
                && (rolling.isNegative()
                        || rolling.isZero()
                        || rolling.toTotalMonths() > LONGEST_MONTHS
                        || rolling.getDays() > 31 * LONGEST_MONTHS)) {
            throw new IllegalArgumentException("rolling is a day to ten years");
        }
    }

    /** First instant of the period that counts at {@code now}. */
    public Instant periodStart(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate first =
                rolling == null ? today.withDayOfYear(1) : today.minus(rolling).plusDays(1);
        return first.atStartOfDay(zone).toInstant();
    }

    /** Last business day of a period that begins with the one of {@code now}: of the calendar year, or of a rolling one. */
    public LocalDate periodEnd(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return rolling == null
                ? LocalDate.of(today.getYear(), 12, 31)
                : today.plus(rolling).minusDays(1);
    }

    /** By how much the points of the period are divided, at least 1. */
    public int months(Instant now, ZoneId zone) {
        if (measure != Measure.MONTHLY_AVERAGE) {
            return 1;
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate first = periodStart(now, zone).atZone(zone).toLocalDate();
        return (int) Math.max(
                1,
                Period.between(first, today.plusDays(1)).toTotalMonths()
                        + (Period.between(first, today.plusDays(1)).getDays() > 0 ? 1 : 0));
    }

    /** Place of the tier that so many points reach, from 0; -1 for none. */
    public int reached(long points) {
        int place = -1;
        while (place + 1 < tiers.size() && tiers.get(place + 1).threshold() <= points) {
            place++;
        }
        return place;
    }

    /** Place of the tier of that key; -1 when there is none. */
    public int placeOf(@Nullable String key) {
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The tier above {@code place}. */
    public Optional<Tier> above(int place) {
        return place + 1 < tiers.size() ? Optional.of(tiers.get(place + 1)) : Optional.empty();
    }

    /** Place after a downgrade from {@code current}, where only {@code reached} is reached and grace is over. */
    public int afterDowngrade(int current, int reached) {
        return switch (downgrade == null ? Downgrade.FULL : downgrade) {
            case NONE -> current;
            case ONE_LEVEL -> Math.max(reached, current - 1);
            case FULL -> reached;
        };
    }

    /** Days a tier is kept although it is no longer reached. */
    public int grace() {
        return graceDays == null ? 0 : graceDays;
    }
}
