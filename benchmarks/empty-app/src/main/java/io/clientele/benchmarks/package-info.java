/** An application of one entity, to see what the extensions alone cost. */
@NullMarked
package io.clientele.benchmarks;

import org.jspecify.annotations.NullMarked;
