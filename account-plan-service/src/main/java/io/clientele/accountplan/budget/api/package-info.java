/** Budgets over HTTP. */
@NullMarked
package io.clientele.accountplan.budget.api;

import org.jspecify.annotations.NullMarked;
