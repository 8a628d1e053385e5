/** A feature that keeps every architecture rule. */
@NullMarked
package io.clientele.exemplary.orders;

import org.jspecify.annotations.NullMarked;
