@NullMarked
package io.clientele.analytics.models;

import org.jspecify.annotations.NullMarked;
