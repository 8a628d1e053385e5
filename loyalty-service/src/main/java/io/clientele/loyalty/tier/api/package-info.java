/** HTTP face of tiers. */
@NullMarked
package io.clientele.loyalty.tier.api;

import org.jspecify.annotations.NullMarked;
