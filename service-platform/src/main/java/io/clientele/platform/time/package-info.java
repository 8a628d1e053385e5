/** The business clock. */
@NullMarked
package io.clientele.platform.time;

import org.jspecify.annotations.NullMarked;
