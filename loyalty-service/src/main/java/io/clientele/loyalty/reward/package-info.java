/** What points are spent on: the catalogue with its stock, reservations and redemptions. */
@NullMarked
package io.clientele.loyalty.reward;

import org.jspecify.annotations.NullMarked;
