/** Members, points and tiers taken over from another programme. */
@NullMarked
package io.clientele.loyalty.onboarding;

import org.jspecify.annotations.NullMarked;
