/** Tests of the evaluator. */
@NullMarked
package io.clientele.analytics.segments.evaluation;

import org.jspecify.annotations.NullMarked;
