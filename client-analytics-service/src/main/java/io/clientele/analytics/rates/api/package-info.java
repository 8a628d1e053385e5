/** Reference rates over HTTP. */
@NullMarked
package io.clientele.analytics.rates.api;

import org.jspecify.annotations.NullMarked;
