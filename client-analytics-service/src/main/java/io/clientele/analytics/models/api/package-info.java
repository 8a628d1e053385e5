/** Models over HTTP. */
@NullMarked
package io.clientele.analytics.models.api;

import org.jspecify.annotations.NullMarked;
