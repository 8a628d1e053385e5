/** HTTP face of referrals. */
@NullMarked
package io.clientele.loyalty.referral.api;

import org.jspecify.annotations.NullMarked;
