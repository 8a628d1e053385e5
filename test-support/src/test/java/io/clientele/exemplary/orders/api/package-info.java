/** The HTTP edge of a feature that keeps every architecture rule. */
@NullMarked
package io.clientele.exemplary.orders.api;

import org.jspecify.annotations.NullMarked;
