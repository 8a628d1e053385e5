/** How JSON is read and written: strict, bounded, exact decimals. */
@NullMarked
package io.clientele.platform.json;

import org.jspecify.annotations.NullMarked;
