/** HTTP face of the gift register. */
@NullMarked
package io.clientele.loyalty.gift.api;

import org.jspecify.annotations.NullMarked;
