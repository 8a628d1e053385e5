package io.clientele.accountplan.keyaccount;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a review says about one client.
 *
 * @param score 0 to 100; null where a figure is missing
 */
record Judgement(
        String clientId,
        @Nullable String manager,
        Outcome outcome,
        @Nullable BigDecimal score,
        Explanation explanation) {}
