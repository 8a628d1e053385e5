/** Commitments over HTTP. */
@NullMarked
package io.clientele.accountplan.commitment.api;

import org.jspecify.annotations.NullMarked;
