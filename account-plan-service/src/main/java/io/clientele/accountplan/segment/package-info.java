/** Which segments of client-analytics clients are, and were, in: a replica of the segment events. */
@NullMarked
package io.clientele.accountplan.segment;

import org.jspecify.annotations.NullMarked;
