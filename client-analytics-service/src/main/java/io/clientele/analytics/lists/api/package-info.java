/** Client lists over HTTP. */
@NullMarked
package io.clientele.analytics.lists.api;

import org.jspecify.annotations.NullMarked;
