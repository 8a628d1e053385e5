package io.clientele.accountplan.keyaccount;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client as it was known at the instant of a review.
 *
 * @param values what is known; a measure that is absent is missing, never nothing
 * @param missing why a measure is missing, by code
 * @param incumbent whether it was a key account just before
 * @param held whether it is one by another model
 * @param override what people decided about it, while that holds
 */
record Candidate(
        String clientId,
        @Nullable String manager,
        @Nullable String tier,
        @Nullable String kycStatus,
        @Nullable String country,
        Set<UUID> segments,
        Map<Measure, BigDecimal> values,
        Map<Measure, String> missing,
        boolean incumbent,
        boolean held,
        @Nullable OverrideKind override) {

    Candidate {
        segments = Set.copyOf(segments);
        values = Map.copyOf(values);
        missing = Map.copyOf(missing);
    }
}
