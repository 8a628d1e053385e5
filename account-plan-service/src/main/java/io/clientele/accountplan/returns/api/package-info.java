/** Returns over HTTP. */
@NullMarked
package io.clientele.accountplan.returns.api;

import org.jspecify.annotations.NullMarked;
