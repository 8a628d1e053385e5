/** Tests of the rule language. */
@NullMarked
package io.clientele.analytics.segments.rules;

import org.jspecify.annotations.NullMarked;
