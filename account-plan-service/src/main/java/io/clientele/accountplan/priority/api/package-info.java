/** Priorities of a plan over HTTP. */
@NullMarked
package io.clientele.accountplan.priority.api;

import org.jspecify.annotations.NullMarked;
