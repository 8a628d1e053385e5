package io.clientele.loyalty.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one activity earned its member. It counts once per programme and source id.
 *
 * @param sourceId the bank's own id of the activity
 * @param occurredAt business time of the activity; the points' age
 * @param programmeVersion version of the programme that judged it
 * @param explanation what each rule said, a JSON object; kept for ever
 * @param grants at least one
 */
public record Earning(
        Holder holder,
        String sourceId,
        String activityType,
        Instant occurredAt,
        int programmeVersion,
        String explanation,
        List<Grant> grants) {

    public Earning {
        if (grants.isEmpty()) {
            throw new IllegalArgumentException("an earning grants something");
        }
        grants = List.copyOf(grants);
    }

    /**
     * Points by one rule; they become one lot.
     *
     * @param currency code of the currency of points
     * @param points 1 to {@value Ledger#MAX_POINTS}
     * @param expiresAt first instant they can no longer be spent; null when they do not expire
     */
    public record Grant(
            String currency,
            String rule,
            long points,
            @Nullable Instant expiresAt) {

        public Grant {
            Ledger.requirePoints(points);
        }
    }
}
