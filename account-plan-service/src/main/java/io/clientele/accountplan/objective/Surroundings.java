package io.clientele.accountplan.objective;

import io.clientele.accountplan.plan.PlanPeriod;
import io.clientele.contracts.Money;
import java.util.Currency;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an objective is judged against beside its own terms.
 *
 * @param period of the plan
 * @param headroom what there is left to win of the client's wallet
 * @param returnGap whether the client brings less ancillary revenue than its capital asks for
 * @param prerequisites whether there is such a prerequisite in the plan
 */
public record Surroundings(
        PlanPeriod period, Headroom headroom, BooleanSupplier returnGap, Predicate<UUID> prerequisites) {

    /** What there is left to win. */
    @FunctionalInterface
    public interface Headroom {

        /** White space of a year with a product line in a country; null where nothing is estimated there. */
        @Nullable
        Money of(String productLine, String geography, Currency currency);
    }
}
