/** The account plan as a whole: for which client and period, in which state, and who may change it. */
@NullMarked
package io.clientele.accountplan.plan;

import org.jspecify.annotations.NullMarked;
