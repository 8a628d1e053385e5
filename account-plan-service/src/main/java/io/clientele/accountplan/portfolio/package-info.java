/** The book of a manager in figures that reconcile with those of each client. */
@NullMarked
package io.clientele.accountplan.portfolio;

import org.jspecify.annotations.NullMarked;
