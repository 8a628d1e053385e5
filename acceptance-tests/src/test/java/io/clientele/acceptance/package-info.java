/** The whole story, told over HTTP and Kafka only, against the system {@code ./run} has started. */
@NullMarked
package io.clientele.acceptance;

import org.jspecify.annotations.NullMarked;
