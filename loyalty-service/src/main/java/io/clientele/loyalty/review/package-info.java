/** Earnings that a velocity rule holds: their points wait until somebody who did not report them releases or rejects them. */
@NullMarked
package io.clientele.loyalty.review;

import org.jspecify.annotations.NullMarked;
