/** What the bank's own systems send in: client records, client activity, credit positions, revenues and reference rates. */
@NullMarked
package io.clientele.contracts.inbound;

import org.jspecify.annotations.NullMarked;
