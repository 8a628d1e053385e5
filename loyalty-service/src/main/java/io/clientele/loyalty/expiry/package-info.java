/** Warnings of points that are going to expire, 30, 7 and 1 days ahead. */
@NullMarked
package io.clientele.loyalty.expiry;

import org.jspecify.annotations.NullMarked;
