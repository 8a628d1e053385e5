/** Statistics used by several features: pure functions with the source of each formula. */
@NullMarked
package io.clientele.analytics.statistics;

import org.jspecify.annotations.NullMarked;
