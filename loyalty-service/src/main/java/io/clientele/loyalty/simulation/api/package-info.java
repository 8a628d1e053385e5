/** HTTP face of simulations. */
@NullMarked
package io.clientele.loyalty.simulation.api;

import org.jspecify.annotations.NullMarked;
