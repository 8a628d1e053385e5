package io.clientele.loyalty.account;

import java.time.Instant;
import java.util.List;

/**
 * A member's points in one currency.
 *
 * @param available can be spent now; points past their expiry no longer count
 * @param pending wait for activation
 * @param reserved locked by reservations
 * @param arrears owed by the member; later credits go there first
 * @param expiring points that can be spent now, by the instant they expire; those that never expire are left out
 * @param lifetime totals since the member joined
 */
public record Balance(
        long available, long pending, long reserved, long arrears, List<Expiring> expiring, Lifetime lifetime) {

    /** Points that expire at one instant unless they are spent. */
    public record Expiring(Instant expiresAt, long points) {}

    /**
     * Totals since the member joined.
     *
     * @param adjusted by hand, above zero when the member gained
     */
    public record Lifetime(long earned, long spent, long expired, long forfeited, long adjusted) {}
}
