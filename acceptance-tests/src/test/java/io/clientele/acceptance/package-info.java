/** The whole story, told over HTTP and Kafka only, against the system {@code ./run} has started. */
package io.clientele.acceptance;
