/** Takes segment events into the replica of segment membership. */
@NullMarked
package io.clientele.loyalty.segment.messaging;

import org.jspecify.annotations.NullMarked;
