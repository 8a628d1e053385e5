@NullMarked
package io.clientele.analytics.rates;

import org.jspecify.annotations.NullMarked;
