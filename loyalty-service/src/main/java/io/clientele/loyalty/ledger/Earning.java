package io.clientele.loyalty.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one activity earned its member. It counts once per programme and source id.
 *
 * @param sourceId the bank's own id of the activity
 * @param occurredAt business time of the activity; the points' age
 * @param programmeVersion version of the programme that judged it
 * @param explanation what each rule said, a JSON object; kept for ever
 * @param grants at least one
 * @param watches what may hold it for review
 */
public record Earning(
        Holder holder,
        String sourceId,
        String activityType,
        Instant occurredAt,
        int programmeVersion,
        String explanation,
        List<Grant> grants,
        List<Watched> watches) {

    public Earning {
        if (grants.isEmpty()) {
            throw new IllegalArgumentException("an earning grants something");
        }
        grants = List.copyOf(grants);
        watches = List.copyOf(watches);
    }

    /** An earning nothing watches. */
    public Earning(
            Holder holder,
            String sourceId,
            String activityType,
            Instant occurredAt,
            int programmeVersion,
            String explanation,
            List<Grant> grants) {
        this(holder, sourceId, activityType, occurredAt, programmeVersion, explanation, grants, List.of());
    }

    /**
     * Points by one rule; they become one lot.
     *
     * @param currency code of the currency of points
     * @param points wished, 1 to {@value Ledger#MAX_POINTS}; caps may leave fewer
     * @param expiresAt first instant they can no longer be spent; null when they do not expire
     * @param pending whether they wait for activation
     * @param activatesAt when pending points become spendable by themselves; null when an event has to say so
     * @param caps what bounds them
     * @param slides by how long each later earning in the currency renews them; null when it does not
     * @param coolDownFrom nothing is granted when the rule granted the member for an activity after this and before
     *     {@code coolDownUntil}; null for no cool-down
     */
    public record Grant(
            String currency,
            String rule,
            long points,
            @Nullable Instant expiresAt,
            boolean pending,
            @Nullable Instant activatesAt,
            List<CapRoom> caps,
            @Nullable Period slides,
            @Nullable Instant coolDownFrom,
            @Nullable Instant coolDownUntil) {

        public Grant {
            Ledger.requirePoints(points);
            caps = List.copyOf(caps);
        }

        /** Points that can be spent at once, without caps. */
        public Grant(String currency, String rule, long points, @Nullable Instant expiresAt) {
            this(currency, rule, points, expiresAt, false, null, List.of(), null, null, null);
        }
    }

    /**
     * A cap in one of its periods.
     *
     * @param cap its key within the programme
     * @param holder the member it counts for, or the programme
     * @param periodStart first instant of the period; the epoch for a cap that counts for ever
     * @param periodEnd first instant after the period; null for a cap that counts for ever
     * @param limit the most points granted in the period
     */
    public record CapRoom(
            String cap,
            UUID holder,
            Instant periodStart,
            @Nullable Instant periodEnd,
            long limit) {}

    /**
     * A velocity rule: the earning is held when it goes beyond the limits in any stretch of that length it lies in, together
     * with what else the member earned in it.
     *
     * @param activityType of the earnings that count; null for all
     * @param activities the most that earn; null for no limit
     * @param points the most earned in one currency; null for no limit
     */
    public record Watched(
            String key,
            Duration within,
            @Nullable String activityType,
            @Nullable Integer activities,
            @Nullable Long points) {}
}
