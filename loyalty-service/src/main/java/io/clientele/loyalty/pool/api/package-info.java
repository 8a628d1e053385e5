/** HTTP face of pools. */
@NullMarked
package io.clientele.loyalty.pool.api;

import org.jspecify.annotations.NullMarked;
