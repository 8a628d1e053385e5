package io.clientele.loyalty.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that one rule credited for one activity.
 *
 * @param posting id of the posting; null when a cap left nothing to credit
 * @param points granted
 * @param wished points by the rule, before caps
 * @param limitedBy the cap that granted less than wished, or {@code cool-down}; null for none
 * @param pending whether they wait for activation
 * @param expiresAt first instant they can no longer be spent; null when they do not expire
 * @param available points the member can spend after it
 * @param heldBy the velocity rule that holds them for review; null for none
 */
public record Credited(
        @Nullable UUID posting,
        String rule,
        String currency,
        long points,
        long wished,
        @Nullable String limitedBy,
        boolean pending,
        @Nullable Instant expiresAt,
        long available,
        @Nullable String heldBy) {

    /** Whether there is a posting. */
    public boolean isPosted() {
        return posting != null;
    }

    /** Id of the posting of points that were credited. */
    public UUID transactionId() {
        return Objects.requireNonNull(posting, "nothing was credited");
    }
}
