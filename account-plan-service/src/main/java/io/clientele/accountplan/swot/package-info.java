/** Strengths, weaknesses, opportunities and threats of a plan, each answered. */
@NullMarked
package io.clientele.accountplan.swot;

import org.jspecify.annotations.NullMarked;
