/** Reference rates as they come by topic. */
@NullMarked
package io.clientele.accountplan.rates.messaging;

import org.jspecify.annotations.NullMarked;
