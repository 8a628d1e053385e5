/** What the bank's own systems send in: client records and client activity. */
@NullMarked
package io.clientele.contracts.inbound;

import org.jspecify.annotations.NullMarked;
