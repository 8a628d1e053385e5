/** Reference rates on the wire. */
@NullMarked
package io.clientele.platform.rates.api;

import org.jspecify.annotations.NullMarked;
