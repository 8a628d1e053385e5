/** Revenues as they come by topic. */
@NullMarked
package io.clientele.accountplan.revenue.messaging;

import org.jspecify.annotations.NullMarked;
