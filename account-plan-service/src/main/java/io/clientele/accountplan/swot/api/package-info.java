/** The SWOT of a plan over HTTP. */
@NullMarked
package io.clientele.accountplan.swot.api;

import org.jspecify.annotations.NullMarked;
