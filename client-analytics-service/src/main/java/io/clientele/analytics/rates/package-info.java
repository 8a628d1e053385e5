/** Dated reference rates of currencies, an input of segment rules: a missing rate is an error that is seen, never one. */
@NullMarked
package io.clientele.analytics.rates;

import org.jspecify.annotations.NullMarked;
