/** Dated reference rates of currencies, and converting by them: a missing rate is an error, never one. */
@NullMarked
package io.clientele.accountplan.rates;

import org.jspecify.annotations.NullMarked;
