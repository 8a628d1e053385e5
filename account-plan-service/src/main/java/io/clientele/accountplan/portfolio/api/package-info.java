/** Portfolios over HTTP. */
@NullMarked
package io.clientele.accountplan.portfolio.api;

import org.jspecify.annotations.NullMarked;
