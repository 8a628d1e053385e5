/** HTTP face of achievements. */
@NullMarked
package io.clientele.loyalty.achievement.api;

import org.jspecify.annotations.NullMarked;
