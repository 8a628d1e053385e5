/** Segments over HTTP. */
@NullMarked
package io.clientele.analytics.segments.api;

import org.jspecify.annotations.NullMarked;
