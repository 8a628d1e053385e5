/** Wallet estimates and share of wallet over HTTP. */
@NullMarked
package io.clientele.accountplan.wallet.api;

import org.jspecify.annotations.NullMarked;
