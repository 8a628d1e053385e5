/** Simulations over HTTP. */
@NullMarked
package io.clientele.accountplan.simulation.api;

import org.jspecify.annotations.NullMarked;
