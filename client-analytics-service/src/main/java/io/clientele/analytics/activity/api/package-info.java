/** Activities over HTTP: their types, batches, bulk imports, and the list of a client's. */
@NullMarked
package io.clientele.analytics.activity.api;

import org.jspecify.annotations.NullMarked;
