/** Households and companies that save and spend points together: provenance of every point, mandates, exit and dissolution. */
@NullMarked
package io.clientele.loyalty.pool;

import org.jspecify.annotations.NullMarked;
