/** The client record as client-analytics-service publishes it. Only the events here may carry personal values. */
@NullMarked
package io.clientele.contracts.clients;

import org.jspecify.annotations.NullMarked;
