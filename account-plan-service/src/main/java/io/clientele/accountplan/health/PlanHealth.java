package io.clientele.accountplan.health;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How well a plan does: the mean of its components by their weights, over those that are not missing, rounded half-even to a
 * whole number; the quality of the plan and the health of the client likewise, each over its own components.
 *
 * @param score 0 to 100; null where everything is missing
 */
public record PlanHealth(
        @Nullable Integer score,
        @Nullable Integer planQuality,
        @Nullable Integer clientHealth,
        List<ComponentHealth> components) {

    public PlanHealth {
        components = List.copyOf(components);
    }

    static PlanHealth of(List<ComponentHealth> components) {
        return new PlanHealth(
                mean(components, each -> true),
                mean(components, each -> each.component().ofPlan()),
                mean(components, each -> !each.component().ofPlan()),
                components);
    }

    private static @Nullable Integer mean(List<ComponentHealth> components, Predicate<ComponentHealth> which) {
        BigDecimal sum = BigDecimal.ZERO;
        int weights = 0;
        for (ComponentHealth each : components) {
            BigDecimal score = each.score();
            if (which.test(each) && score != null) {
                sum = sum.add(score.multiply(BigDecimal.valueOf(each.weight())));
                weights += each.weight();
            }
        }
        return weights == 0
                ? null
                : sum.divide(BigDecimal.valueOf(weights), 0, RoundingMode.HALF_EVEN)
                        .intValueExact();
    }
}
