/** Credit facilities and exposure over HTTP. */
@NullMarked
package io.clientele.accountplan.credit.api;

import org.jspecify.annotations.NullMarked;
