/** Progress of objectives over HTTP. */
@NullMarked
package io.clientele.accountplan.progress.api;

import org.jspecify.annotations.NullMarked;
