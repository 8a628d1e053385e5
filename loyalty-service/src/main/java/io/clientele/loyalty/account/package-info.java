/** A member's points as they are shown: balance, open lots, transactions, statement, and the proof that the books agree. */
@NullMarked
package io.clientele.loyalty.account;

import org.jspecify.annotations.NullMarked;
