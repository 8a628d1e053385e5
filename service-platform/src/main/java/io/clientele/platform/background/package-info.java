/** Work that no request started: loops on threads of their own, alone among the replicas where that matters. */
@NullMarked
package io.clientele.platform.background;

import org.jspecify.annotations.NullMarked;
