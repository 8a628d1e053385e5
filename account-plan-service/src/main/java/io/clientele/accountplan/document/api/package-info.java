/** The plan document over HTTP. */
@NullMarked
package io.clientele.accountplan.document.api;

import org.jspecify.annotations.NullMarked;
