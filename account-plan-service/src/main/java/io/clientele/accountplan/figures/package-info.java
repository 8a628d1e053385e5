/** The money side of a plan at one moment: exposure, returns, wallet, budget. */
@NullMarked
package io.clientele.accountplan.figures;

import org.jspecify.annotations.NullMarked;
