/** Client records as they come by topic. */
@NullMarked
package io.clientele.analytics.clients.messaging;

import org.jspecify.annotations.NullMarked;
