/** What clients spend on banking, with whom, and our share of it. */
@NullMarked
package io.clientele.accountplan.wallet;

import org.jspecify.annotations.NullMarked;
