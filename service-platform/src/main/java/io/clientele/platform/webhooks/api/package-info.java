/** Webhook subscriptions over HTTP. */
@NullMarked
package io.clientele.platform.webhooks.api;

import org.jspecify.annotations.NullMarked;
