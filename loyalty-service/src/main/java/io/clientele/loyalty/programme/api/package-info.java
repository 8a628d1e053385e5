/** HTTP face of loyalty programmes. */
@NullMarked
package io.clientele.loyalty.programme.api;

import org.jspecify.annotations.NullMarked;
