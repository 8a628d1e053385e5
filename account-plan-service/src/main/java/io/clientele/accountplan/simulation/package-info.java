/** What if: a client's return after products or facilities are won or lost. Nothing is kept. */
@NullMarked
package io.clientele.accountplan.simulation;

import org.jspecify.annotations.NullMarked;
