/** Client analytics: knows every client from live data and groups clients into governed segments. */
@NullMarked
package io.clientele.analytics;

import org.jspecify.annotations.NullMarked;
