/** What a dated reference rate of a currency is, to every service that keeps them. */
@NullMarked
package io.clientele.platform.rates;

import org.jspecify.annotations.NullMarked;
