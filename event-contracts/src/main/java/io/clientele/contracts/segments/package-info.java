/** Segment governance and the moves of clients in and out of segments. */
@NullMarked
package io.clientele.contracts.segments;

import org.jspecify.annotations.NullMarked;
