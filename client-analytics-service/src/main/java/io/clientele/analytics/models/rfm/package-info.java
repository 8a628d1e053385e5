/** Recency, frequency and monetary value in bins, and named segments of them. */
@NullMarked
package io.clientele.analytics.models.rfm;

import org.jspecify.annotations.NullMarked;
