/** When the services record OpenTelemetry traces. */
@NullMarked
package io.clientele.platform.traces;

import org.jspecify.annotations.NullMarked;
