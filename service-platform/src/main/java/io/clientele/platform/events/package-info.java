/** Publishing: events written with the change that caused them, relayed to Kafka in order, readable as a feed. */
@NullMarked
package io.clientele.platform.events;

import org.jspecify.annotations.NullMarked;
