/** Takes client events into the replica. */
@NullMarked
package io.clientele.accountplan.clients.messaging;

import org.jspecify.annotations.NullMarked;
