/**
 * Webhooks for those without Kafka, by the Standard Webhooks specification: signed, retried for three days, logged,
 * replayable.
 */
@NullMarked
package io.clientele.platform.webhooks;

import org.jspecify.annotations.NullMarked;
