/** The messaging edge of a feature that keeps every architecture rule. */
@NullMarked
package io.clientele.exemplary.orders.messaging;

import org.jspecify.annotations.NullMarked;
