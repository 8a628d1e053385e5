/** Who is in which segment, kept in step with the segment events of client-analytics-service. */
@NullMarked
package io.clientele.loyalty.segment;

import org.jspecify.annotations.NullMarked;
