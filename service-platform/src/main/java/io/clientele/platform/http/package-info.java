/** What every HTTP resource keeps: preconditions, idempotent replies, cursor pages. */
@NullMarked
package io.clientele.platform.http;

import org.jspecify.annotations.NullMarked;
