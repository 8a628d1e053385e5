/** HTTP face of memberships. */
@NullMarked
package io.clientele.loyalty.member.api;

import org.jspecify.annotations.NullMarked;
