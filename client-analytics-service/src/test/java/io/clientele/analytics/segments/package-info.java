/** Tests of segments. */
@NullMarked
package io.clientele.analytics.segments;

import org.jspecify.annotations.NullMarked;
