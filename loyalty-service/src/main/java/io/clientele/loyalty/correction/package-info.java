/** Putting points right: reversals by the rules of their own time, activations, reinstatements, and adjustments by hand with four eyes. */
@NullMarked
package io.clientele.loyalty.correction;

import org.jspecify.annotations.NullMarked;
