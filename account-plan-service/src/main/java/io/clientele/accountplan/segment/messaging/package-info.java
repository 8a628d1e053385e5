/** Takes segment events into the replica. */
@NullMarked
package io.clientele.accountplan.segment.messaging;

import org.jspecify.annotations.NullMarked;
