/** Dead letters over HTTP. */
@NullMarked
package io.clientele.platform.inbox.api;

import org.jspecify.annotations.NullMarked;
