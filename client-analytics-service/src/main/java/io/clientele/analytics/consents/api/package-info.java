/** Consents and channels over HTTP. */
@NullMarked
package io.clientele.analytics.consents.api;

import org.jspecify.annotations.NullMarked;
