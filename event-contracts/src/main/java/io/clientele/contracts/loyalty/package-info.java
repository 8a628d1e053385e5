/** Loyalty programmes, their members and the points of each member. */
@NullMarked
package io.clientele.contracts.loyalty;

import org.jspecify.annotations.NullMarked;
