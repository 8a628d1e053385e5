/** Failures as RFC 9457 problem details: every error a caller can meet, with a stable code and advice. */
@NullMarked
package io.clientele.platform.problem;

import org.jspecify.annotations.NullMarked;
