/** Client records over HTTP: one by one and in bulk. */
@NullMarked
package io.clientele.analytics.clients.api;

import org.jspecify.annotations.NullMarked;
