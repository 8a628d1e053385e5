package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something members can reach by what they do; with a window it is a challenge. Reaching it is itself an activity of type
 * {@value #COMPLETED}, which rules may reward.
 *
 * @param key names it within its programme, over all versions
 * @param name what members read
 * @param activityType of the activities that count
 * @param condition on these; absent for none
 * @param field whose numbers are added up; absent when activities are counted
 * @param target sum or count to be reached, above 0
 * @param period calendar period of the programme in which it is to be reached, and after which it begins anew; for ever when
 *     absent
 * @param times how many periods it can be reached in; absent for every one
 * @param window when it counts; absent for always
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        examples =
                "{\"key\":\"five-a-month\",\"name\":\"Five payments a month\",\"activityType\":\"transaction\",\"target\":5,\"period\":\"MONTH\"}")
public record Achievement(
        @Schema(examples = "five-a-month")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "is 1 to 60 of a-z, 0-9 and -")
        String key,

        @Schema(examples = "Five payments a month") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "transaction") @NotBlank @Size(max = 100)
        String activityType,

        @Nullable Condition condition,

        @Schema(examples = "amount") @Size(min = 1, max = 100) @Nullable
        String field,

        @Schema(examples = "5") @NotNull BigDecimal target,

        @Schema(examples = "MONTH") @Nullable CapPeriod period,

        @Schema(examples = "12") @Min(1) @Nullable Integer times,

        @Nullable Window window) {

    /** Type of the activity that a member reached something. */
    public static final String COMPLETED = "achievement-completed";

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    /**
     * @throws IllegalArgumentException when the target is out of range, or it would count itself
     */
    public Achievement {
        if (target == null || target.signum() <= 0 || target.compareTo(LARGEST) > 0 || target.scale() > 4) {
            throw new IllegalArgumentException("target is above 0, at most " + LARGEST + ", with 4 decimals");
        }
        if (COMPLETED.equals(activityType)) {
            throw new IllegalArgumentException("activityType is not " + COMPLETED);
        }
    }

    /** Whether an activity of that kind can count at all; the cheap first question. */
    public boolean matches(Activity activity) {
        return activityType.equals(activity.type()) && (condition == null || condition.mayHold(activity));
    }

    /** By how much the activity counts; 0 when it does not. */
    public BigDecimal worth(Activity activity, MemberThen member, ZoneId zone) {
        boolean counts = activityType.equals(activity.type())
                && (window == null || window.holds(activity.occurredAt(), zone))
                && (condition == null || condition.holds(activity, member));
        if (!counts) {
            return BigDecimal.ZERO;
        }
        BigDecimal amount = field == null ? BigDecimal.ONE : activity.number(field);
        return amount == null
                ? BigDecimal.ZERO
                : amount.max(BigDecimal.ZERO).min(LARGEST).setScale(4, java.math.RoundingMode.HALF_EVEN);
    }

    /** First instant of the period that holds {@code time}; the epoch when there is one for ever. */
    public Instant periodStart(Instant time, ZoneId zone) {
        return counted().start(time, zone);
    }

    /** First instant after that period; null when there is one for ever. */
    public @Nullable Instant periodEnd(Instant time, ZoneId zone) {
        return counted().end(time, zone);
    }

    private CapPeriod counted() {
        return period == null ? CapPeriod.EVER : period;
    }
}
