/** The audit trail over HTTP. */
@NullMarked
package io.clientele.platform.audit.api;

import org.jspecify.annotations.NullMarked;
