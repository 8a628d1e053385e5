@NullMarked
package io.clientele.analytics.statistics;

import org.jspecify.annotations.NullMarked;
