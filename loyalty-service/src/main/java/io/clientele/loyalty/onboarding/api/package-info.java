/** HTTP face of takeovers. */
@NullMarked
package io.clientele.loyalty.onboarding.api;

import org.jspecify.annotations.NullMarked;
