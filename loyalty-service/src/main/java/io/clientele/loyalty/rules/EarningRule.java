package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Points for activities of one type that meet a condition.
 *
 * @param key names the rule within its programme, over all versions
 * @param currency code of the currency of points it grants
 * @param activityType the trigger
 * @param condition further condition on the activity's fields; null for none
 * @param activation null when points can be spent at once
 * @param caps keys of the terms' caps that bound it; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Points for activities of one type that meet a condition.")
public record EarningRule(
        @Schema(
                description = "Names the rule within its programme, over all versions.",
                examples = "household-payments")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "is 1 to 60 of a-z, 0-9 and -")
        String key,

        @Schema(description = "What members read.", examples = "A point per 100 CZK of household payments")
        @NotBlank
        @Size(max = 200)
        String name,

        @Schema(description = "Code of the currency of points it grants.", examples = "POINTS")
        @NotNull
        @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "is the code of a currency of points")
        String currency,

        @Schema(description = "The trigger: type of the activity.", examples = "transaction") @NotBlank @Size(max = 100)
        String activityType,

        @Schema(description = "Further condition on the activity's fields; absent for none.") @Nullable
        Condition condition,

        @Schema(description = "How many points.") @NotNull Formula formula,

        @Schema(description = "How long they can be spent.") @NotNull
        ExpiryPolicy expiry,

        @Schema(description = "Absent when points can be spent at once.") @Nullable
        Activation activation,

        @Schema(description = "Keys of the programme's caps that bound it.", examples = "[\"monthly\"]")
        @Size(max = 20)
        @Nullable
        List<String> caps) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    /** Whether an activity of that kind can be meant at all; the cheap first question. */
    public boolean matches(Activity activity) {
        return activityType.equals(activity.type()) && (condition == null || condition.holds(activity));
    }

    /** Whether {@code cap} bounds it. */
    public boolean isBoundBy(Cap cap) {
        return caps != null && caps.contains(cap.key());
    }

    /** What this rule says about an activity; {@code perActivity} are the caps on one activity that bound it. */
    public Verdict judge(Activity activity, ZoneId zone, List<Cap> perActivity) {
        if (!activityType.equals(activity.type())) {
            return Verdict.refused(this, "the rule counts activities of type " + activityType);
        }
        if (condition != null && !condition.holds(activity)) {
            return Verdict.refused(this, "the activity does not meet the rule's condition");
        }
        Formula.Worth worth = formula.worth(activity);
        if (worth.points().signum() == 0) {
            return Verdict.refused(this, worth.reason());
        }
        Instant expiresAt = expiry.expiresAt(activity.occurredAt(), zone);
        Verdict verdict = new Verdict(
                key,
                true,
                worth.reason(),
                currency,
                worth.points(),
                worth.points().min(MOST).longValueExact(),
                expiresAt,
                activation != null,
                activation == null ? null : activation.activatesAt(activity.occurredAt(), zone),
                null,
                worth.amount());
        for (Cap cap : perActivity) {
            if (cap.points() < verdict.granted()) {
                verdict = verdict.limited(cap.points(), cap.key());
            }
        }
        return verdict;
    }
}
