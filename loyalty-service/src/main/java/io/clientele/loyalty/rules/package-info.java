/**
 * What a programme promises for an activity: earning rules with trigger, condition, formula and expiry, and the pure
 * judgement of one activity by them.
 */
@NullMarked
package io.clientele.loyalty.rules;

import org.jspecify.annotations.NullMarked;
