@NullMarked
package io.clientele.analytics.consents;

import org.jspecify.annotations.NullMarked;
