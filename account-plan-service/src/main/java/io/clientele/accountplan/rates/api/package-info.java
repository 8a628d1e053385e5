/** Reference rates over HTTP. */
@NullMarked
package io.clientele.accountplan.rates.api;

import org.jspecify.annotations.NullMarked;
