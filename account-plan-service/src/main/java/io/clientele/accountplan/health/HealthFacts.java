package io.clientele.accountplan.health;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the health of a plan is worked out from.
 *
 * @param reviewedOn the last review or approval
 * @param reviewDueOn last day for the next one
 * @param raroc of the client as a whole; null where it cannot be told
 * @param noReturn why it cannot
 */
record HealthFacts(
        Part objectives,
        Part signOffs,
        Part prerequisites,
        Part coverage,
        LocalDate reviewedOn,
        LocalDate reviewDueOn,
        @Nullable BigDecimal raroc,
        @Nullable String noReturn) {

    /** So many of so many. */
    record Part(int good, int all) {

        static final Part NONE = new Part(0, 0);

        Part plus(boolean isGood) {
            return new Part(good + (isGood ? 1 : 0), all + 1);
        }
    }
}
