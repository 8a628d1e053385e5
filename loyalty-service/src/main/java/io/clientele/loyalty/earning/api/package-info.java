/** HTTP face of earning. */
@NullMarked
package io.clientele.loyalty.earning.api;

import org.jspecify.annotations.NullMarked;
