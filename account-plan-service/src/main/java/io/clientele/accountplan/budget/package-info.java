/** What a plan is to bring in each year, and what has come. */
@NullMarked
package io.clientele.accountplan.budget;

import org.jspecify.annotations.NullMarked;
