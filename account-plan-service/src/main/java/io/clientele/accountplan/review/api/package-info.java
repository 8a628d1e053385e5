/** Reviews of plans over HTTP. */
@NullMarked
package io.clientele.accountplan.review.api;

import org.jspecify.annotations.NullMarked;
