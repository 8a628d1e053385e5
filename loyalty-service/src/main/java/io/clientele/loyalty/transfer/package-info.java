/** Points given from one member to another; each lot keeps its age, expiry and source. */
@NullMarked
package io.clientele.loyalty.transfer;

import org.jspecify.annotations.NullMarked;
