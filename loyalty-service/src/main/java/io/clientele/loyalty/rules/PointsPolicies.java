package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.loyalty.ledger.ReversalPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a programme corrects, returns and shares points. Whatever is absent takes the default named.
 *
 * @param reversal how far reversals of earnings go; {@link ReversalPolicy#TO_ARREARS}
 * @param refundGraceDays business days that refunded points past their expiry live on; 0: they expire at once
 * @param reinstatementDays days after their expiry within which points can be reinstated; 0: never
 * @param adjustmentLimit points that one person may adjust alone; 1,000
 * @param transfers whether members may give points to each other; false
 * @param forfeitOnLeaving whether points end when a member leaves; false
 * @param gifts what a person may be given; null for no limit
 * @param leavingGraceDays days former members can still spend points that end, from the day they left; 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "How a programme corrects, returns and shares points; whatever is absent takes the default named.")
public record PointsPolicies(
        @Schema(
                description =
                        "How far reversals go: `PENDING_ONLY`, `WITHIN_BALANCE`, or `TO_ARREARS` (the default): what the member does not have is owed.",
                examples = "TO_ARREARS")
        @Nullable
        ReversalPolicy reversal,

        @Schema(
                description =
                        "Days that refunded points past their expiry live on; 0 (the default): they expire at once.",
                examples = "30")
        @Min(0)
        @Max(3650)
        @Nullable
        Integer refundGraceDays,

        @Schema(
                description = "Days after their expiry within which points can be reinstated; 0 (the default): never.",
                examples = "60")
        @Min(0)
        @Max(3650)
        @Nullable
        Integer reinstatementDays,

        @Schema(
                description = "Points one person may adjust alone; above it a second person approves. 1000 by default.",
                examples = "1000")
        @Min(0)
        @Max(1_000_000_000_000L)
        @Nullable
        Long adjustmentLimit,

        @Schema(description = "Whether members may give points to each other; false by default.", examples = "true")
        @Nullable
        Boolean transfers,

        @Schema(
                description =
                        "Whether points end when a member leaves; false by default: they stay on the books and go on expiring.",
                examples = "true")
        @Nullable
        Boolean forfeitOnLeaving,

        @Schema(
                description =
                        "With `forfeitOnLeaving`: days former members can still spend before their points end; 0 by default.",
                examples = "30")
        @Min(0)
        @Max(3650)
        @Nullable
        Integer leavingGraceDays,

        @Schema(description = "What a person may be given by rewards that are gifts; absent for no limit.")
        @Valid
        @Nullable
        GiftPolicy gifts) {

    /** Every default. */
    public static final PointsPolicies DEFAULTS = new PointsPolicies(null, null, null, null, null, null, null, null);

    private static final long DEFAULT_LIMIT = 1_000;

    /** How far reversals go. */
    public ReversalPolicy reversalOrDefault() {
        return reversal == null ? ReversalPolicy.TO_ARREARS : reversal;
    }

    /** Until when points refunded at {@code now} live on although they are past their expiry; null when they do not. */
    public @Nullable Instant refundGrace(Instant now, ZoneId zone) {
        return refundGraceDays == null || refundGraceDays == 0 ? null : endOfDayAfter(now, refundGraceDays, zone);
    }

    /** Whether points that expired at {@code expiredAt} may be reinstated at {@code now}. */
    public boolean mayReinstate(Instant expiredAt, Instant now, ZoneId zone) {
        return reinstatementDays != null
                && reinstatementDays > 0
                && now.isBefore(endOfDayAfter(expiredAt, reinstatementDays, zone));
    }

    /** Whether an adjustment by so many points needs a second person. */
    public boolean needsApproval(long points) {
        return Math.abs(points) > (adjustmentLimit == null ? DEFAULT_LIMIT : adjustmentLimit);
    }

    /** Whether members may give points to each other. */
    public boolean mayTransfer() {
        return Boolean.TRUE.equals(transfers);
    }

    /** When the points of a member end who leaves at {@code now}; null for by their own expiry. */
    public @Nullable Instant pointsEndAfterLeaving(Instant now, ZoneId zone) {
        if (!Boolean.TRUE.equals(forfeitOnLeaving)) {
            return null;
        }
        return leavingGraceDays == null || leavingGraceDays == 0 ? now : endOfDayAfter(now, leavingGraceDays, zone);
    }

    private static Instant endOfDayAfter(Instant time, int days, ZoneId zone) {
        return time.atZone(zone)
                .toLocalDate()
                .plusDays(days + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }
}
