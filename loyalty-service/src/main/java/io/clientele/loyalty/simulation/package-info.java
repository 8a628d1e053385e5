/** Tries candidate terms on what members really did, beside today's terms: points, liability and tiers, by segment. Nothing in the ledger moves. */
@NullMarked
package io.clientele.loyalty.simulation;

import org.jspecify.annotations.NullMarked;
