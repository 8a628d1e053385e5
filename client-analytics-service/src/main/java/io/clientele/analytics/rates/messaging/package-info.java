/** Reference rates as they come by topic. */
@NullMarked
package io.clientele.analytics.rates.messaging;

import org.jspecify.annotations.NullMarked;
