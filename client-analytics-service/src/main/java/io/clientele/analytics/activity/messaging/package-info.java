/** Activities as they come by topic. */
@NullMarked
package io.clientele.analytics.activity.messaging;

import org.jspecify.annotations.NullMarked;
