/** What the bank earns with a client for the capital it binds, and the ancillary business it still needs. */
@NullMarked
package io.clientele.accountplan.returns;

import org.jspecify.annotations.NullMarked;
