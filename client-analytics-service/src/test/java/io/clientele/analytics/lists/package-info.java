@NullMarked
package io.clientele.analytics.lists;

import org.jspecify.annotations.NullMarked;
