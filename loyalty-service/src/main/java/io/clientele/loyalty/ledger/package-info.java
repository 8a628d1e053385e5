/**
 * The points ledger: double entry over lots, written by SQL functions only, one call per posting. What a member can spend,
 * when points expire and what moved them is told from here, and nothing else in the service keeps a balance.
 */
@NullMarked
package io.clientele.loyalty.ledger;

import org.jspecify.annotations.NullMarked;
