/** HTTP face of corrections. */
@NullMarked
package io.clientele.loyalty.correction.api;

import org.jspecify.annotations.NullMarked;
