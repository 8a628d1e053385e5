package io.clientele.analytics.models.rfm;

import java.math.BigDecimal;

/**
 * What a client did, in three figures.
 *
 * @param recencyDays calendar days from the latest activity to the day of the analysis
 * @param frequency how many activities
 * @param monetary their sum
 */
public record Spending(long recencyDays, long frequency, BigDecimal monetary) {}
