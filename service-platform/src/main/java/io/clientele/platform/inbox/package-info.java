/**
 * Consuming: each record takes effect once, in the order of its key. What cannot be taken is kept aside with everything
 * behind it until it is replayed.
 */
@NullMarked
package io.clientele.platform.inbox;

import org.jspecify.annotations.NullMarked;
