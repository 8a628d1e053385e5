/** Tiers: who reaches which by the qualifying points of a period, who keeps it, what is missing, and why each move came about. */
@NullMarked
package io.clientele.loyalty.tier;

import org.jspecify.annotations.NullMarked;
