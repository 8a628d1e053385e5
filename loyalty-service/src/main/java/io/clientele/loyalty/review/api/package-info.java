/** HTTP face of reviews. */
@NullMarked
package io.clientele.loyalty.review.api;

import org.jspecify.annotations.NullMarked;
