package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
 * @param expiryByTier how long points can be spent that are earned in these tiers, by key; elsewhere {@code expiry} says it
 * @param window when it counts; null for always
 * @param coolDown it grants a member nothing for an activity less than so long before or after one it granted for, a second
 *     to 366 days; null for none
 * @param stackingGroup rules of this group stack by the terms' stacking; null when the rule grants whatever others do
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
        List<String> caps,

        @Nullable Map<String, ExpiryPolicy> expiryByTier,
        @Nullable Window window,

        @Schema(type = SchemaType.STRING, format = "duration", examples = "P1D")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        Duration coolDown,

        @Schema(examples = "card-spend") @Nullable String stackingGroup) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    /**
     * @throws IllegalArgumentException when the cool-down is out of range
     */
    public EarningRule {
        if (coolDown != null
                && (coolDown.compareTo(Duration.ofSeconds(1)) < 0 || coolDown.compareTo(Duration.ofDays(366)) > 0)) {
            throw new IllegalArgumentException("coolDown is a second to 366 days");
        }
        caps = caps == null ? null : List.copyOf(caps);
        expiryByTier = expiryByTier == null ? null : Map.copyOf(expiryByTier);
    }

    /** A rule that counts always, for every tier alike, whatever others grant. */
    public EarningRule(
            String key,
            String name,
            String currency,
            String activityType,
            @Nullable Condition condition,
            Formula formula,
            ExpiryPolicy expiry,
            @Nullable Activation activation,
            @Nullable List<String> caps) {
        this(key, name, currency, activityType, condition, formula, expiry, activation, caps, null, null, null, null);
    }

    /** Whether an activity of that kind can be meant at all; the cheap first question. */
    public boolean matches(Activity activity) {
        return activityType.equals(activity.type()) && (condition == null || condition.mayHold(activity));
    }

    private ExpiryPolicy expiryIn(@Nullable String tier) {
        return tier == null || expiryByTier == null ? expiry : expiryByTier.getOrDefault(tier, expiry);
    }

    /** Whether {@code cap} bounds it. */
    public boolean isBoundBy(Cap cap) {
        return caps != null && caps.contains(cap.key());
    }

    /**
     * What this rule says about an activity.
     *
     * @param said what the rules judged before say, by their key
     * @param perActivity the caps on one activity that bound it
     */
    Verdict judge(Activity activity, MemberThen member, ZoneId zone, Map<String, Verdict> said, List<Cap> perActivity) {
        if (!activityType.equals(activity.type())) {
            return Verdict.refused(this, "the rule counts activities of type " + activityType);
        }
        if (window != null && !window.holds(activity.occurredAt(), zone)) {
            return Verdict.refused(this, "the activity happened outside the rule's window");
        }
        if (condition != null && !condition.holds(activity, member)) {
            return Verdict.refused(this, "the activity does not meet the rule's condition");
        }
        Formula.Worth worth = formula.worth(activity, said);
        if (worth.points().signum() == 0) {
            return Verdict.refused(this, worth.reason());
        }
        ExpiryPolicy life = expiryIn(member.tier());
        Instant expiresAt = life.expiresAt(activity.occurredAt(), zone);
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
                worth.amount(),
                life.slides());
        for (Cap cap : perActivity) {
            if (cap.points() < verdict.granted()) {
                verdict = verdict.limited(cap.points(), cap.key());
            }
        }
        return verdict;
    }
}
