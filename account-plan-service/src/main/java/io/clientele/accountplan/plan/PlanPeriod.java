package io.clientele.accountplan.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The days a plan covers, both ends included: at least two days, at most ten years.
 *
 * @param from first day
 * @param to last day
 */
@Embeddable
@Schema(
        description = "The days a plan covers, both ends included; at least two days, at most ten years.",
        examples = "{\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"}")
public record PlanPeriod(
        @Schema(description = "First day.", examples = "2026-01-01", required = true) @Column(name = "period_from")
        LocalDate from,

        @Schema(description = "Last day.", examples = "2026-12-31", required = true) @Column(name = "period_to")
        LocalDate to) {

    private static final int MAX_YEARS = 10;

    /**
     * @throws IllegalArgumentException when a day is missing, or the last is not after the first, or too far away
     */
    @SuppressWarnings("ConstantValue") // the JSON reader may pass null
    public PlanPeriod {
        if (from == null || to == null) {
            throw new IllegalArgumentException("needs from and to");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("needs a last day after the first");
        }
        if (to.isAfter(from.plusYears(MAX_YEARS))) {
            throw new IllegalArgumentException("covers at most " + MAX_YEARS + " years");
        }
    }
}
