/** HTTP face of rewards, reservations and redemptions. */
@NullMarked
package io.clientele.loyalty.reward.api;

import org.jspecify.annotations.NullMarked;
