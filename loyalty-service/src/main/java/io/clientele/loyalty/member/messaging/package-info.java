/** Takes client events into the replica of clients, who may become members. */
@NullMarked
package io.clientele.loyalty.member.messaging;

import org.jspecify.annotations.NullMarked;
