/** Alerts over HTTP. */
@NullMarked
package io.clientele.accountplan.alert.api;

import org.jspecify.annotations.NullMarked;
