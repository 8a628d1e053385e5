/** Holiday cover over HTTP. */
@NullMarked
package io.clientele.accountplan.cover.api;

import org.jspecify.annotations.NullMarked;
