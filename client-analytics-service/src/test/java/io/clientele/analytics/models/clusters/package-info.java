@NullMarked
package io.clientele.analytics.models.clusters;

import org.jspecify.annotations.NullMarked;
