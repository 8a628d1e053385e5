package io.clientele.analytics.rates;

/**
 * Fired within the transaction in which rates became known or were corrected, after their rows are written; what an
 * observer does commits with them.
 *
 * @param rates how many are new or other than before, at least one
 */
public record RatesQuoted(int rates) {}
