/** Opportunities: how far each is, and what has to be in place before we bid. */
@NullMarked
package io.clientele.accountplan.opportunity;

import org.jspecify.annotations.NullMarked;
