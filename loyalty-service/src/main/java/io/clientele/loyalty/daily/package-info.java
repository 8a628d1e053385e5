/** Runs that a programme has once in every business day. */
@NullMarked
package io.clientele.loyalty.daily;

import org.jspecify.annotations.NullMarked;
