package io.clientele.loyalty.rules;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Points are pending at first.
 *
 * @param after they become spendable with the business day that lies so long after the day they were earned; null when only
 *     an activation of the transaction does it
 */
@Schema(description = "Points are pending at first and become spendable later.")
public record Activation(
        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description =
                        "They become spendable with the business day that lies so long after the day they were earned; absent when only an activation of the transaction does it.",
                examples = "P14D")
        @Nullable
        Period after) {

    /**
     * @throws IllegalArgumentException when the period is not one day to ten years
     */
    public Activation {
        if (after != null
                && (after.isNegative() || after.isZero() || after.toTotalMonths() > 120 || after.getDays() > 3660)) {
            throw new IllegalArgumentException("after is one day to ten years");
        }
    }

    /** When points earned at {@code earnedAt} become spendable by themselves; null when they never do. */
    @Nullable
    Instant activatesAt(Instant earnedAt, ZoneId zone) {
        return after == null
                ? null
                : earnedAt.atZone(zone)
                        .toLocalDate()
                        .plus(after)
                        .atStartOfDay(zone)
                        .toInstant();
    }
}
