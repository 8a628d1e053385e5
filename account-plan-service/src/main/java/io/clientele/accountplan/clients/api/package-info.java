/** Reference data of clients over HTTP. */
@NullMarked
package io.clientele.accountplan.clients.api;

import org.jspecify.annotations.NullMarked;
