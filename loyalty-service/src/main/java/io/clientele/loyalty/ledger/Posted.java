package io.clientele.loyalty.ledger;

import java.util.UUID;

/**
 * A posting that was made.
 *
 * @param transactionId id of the posting
 * @param available points the member can spend after it
 */
public record Posted(UUID transactionId, long available) {}
