/** Revenues over HTTP, one by one and in bulk. */
@NullMarked
package io.clientele.accountplan.revenue.api;

import org.jspecify.annotations.NullMarked;
