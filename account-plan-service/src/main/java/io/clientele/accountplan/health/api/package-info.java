/** The health of plans over HTTP. */
@NullMarked
package io.clientele.accountplan.health.api;

import org.jspecify.annotations.NullMarked;
