/** Takes client events: the replica of clients, who may become members, and what ends with them. */
@NullMarked
package io.clientele.loyalty.client.messaging;

import org.jspecify.annotations.NullMarked;
