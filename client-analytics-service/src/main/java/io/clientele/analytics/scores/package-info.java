/** What models say of clients, each run dated: read by segment rules, profiles and front ends. */
@NullMarked
package io.clientele.analytics.scores;

import org.jspecify.annotations.NullMarked;
