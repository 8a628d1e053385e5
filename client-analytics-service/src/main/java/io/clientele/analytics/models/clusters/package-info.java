/** Groups of clients who resemble each other, found by k-means. */
@NullMarked
package io.clientele.analytics.models.clusters;

import org.jspecify.annotations.NullMarked;
