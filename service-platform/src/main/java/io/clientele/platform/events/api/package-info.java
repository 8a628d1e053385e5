/** The event feed over HTTP, for those without Kafka. */
@NullMarked
package io.clientele.platform.events.api;

import org.jspecify.annotations.NullMarked;
