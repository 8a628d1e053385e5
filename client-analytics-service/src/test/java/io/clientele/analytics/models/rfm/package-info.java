@NullMarked
package io.clientele.analytics.models.rfm;

import org.jspecify.annotations.NullMarked;
