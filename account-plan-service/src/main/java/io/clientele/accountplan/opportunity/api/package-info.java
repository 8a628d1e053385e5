/** Opportunities and their prerequisites over HTTP. */
@NullMarked
package io.clientele.accountplan.opportunity.api;

import org.jspecify.annotations.NullMarked;
