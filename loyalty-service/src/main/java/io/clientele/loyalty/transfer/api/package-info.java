/** HTTP face of transfers. */
@NullMarked
package io.clientele.loyalty.transfer.api;

import org.jspecify.annotations.NullMarked;
