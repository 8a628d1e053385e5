/** A small application around the platform, and the real servers its tests run against. */
@NullMarked
package io.clientele.platform.testing;

import org.jspecify.annotations.NullMarked;
