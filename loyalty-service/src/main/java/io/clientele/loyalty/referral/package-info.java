/** Members who bring clients: each case is checked for fraud and decided by a second person, then rules reward both. */
@NullMarked
package io.clientele.loyalty.referral;

import org.jspecify.annotations.NullMarked;
