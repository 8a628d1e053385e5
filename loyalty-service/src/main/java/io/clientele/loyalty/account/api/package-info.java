/** HTTP face of members' points. */
@NullMarked
package io.clientele.loyalty.account.api;

import org.jspecify.annotations.NullMarked;
