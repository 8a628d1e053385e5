/** Tests of how membership is kept. */
@NullMarked
package io.clientele.analytics.segments.membership;

import org.jspecify.annotations.NullMarked;
