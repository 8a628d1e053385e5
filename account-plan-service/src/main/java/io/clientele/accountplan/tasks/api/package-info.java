/** Tasks over HTTP. */
@NullMarked
package io.clientele.accountplan.tasks.api;

import org.jspecify.annotations.NullMarked;
