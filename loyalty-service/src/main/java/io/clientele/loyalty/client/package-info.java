/** What becomes of memberships when the client behind them changes: traits and consents, merged and erased clients. */
@NullMarked
package io.clientele.loyalty.client;

import org.jspecify.annotations.NullMarked;
