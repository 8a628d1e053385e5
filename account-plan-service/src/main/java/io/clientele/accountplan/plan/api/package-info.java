/** Account plans over HTTP. */
@NullMarked
package io.clientele.accountplan.plan.api;

import org.jspecify.annotations.NullMarked;
