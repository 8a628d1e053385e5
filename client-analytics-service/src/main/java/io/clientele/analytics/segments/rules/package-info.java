/**
 * The language of segment rules: a closed set of nodes, read strictly from JSON and written back in one canonical form.
 * Nothing here knows a client; what a rule means for one is the business of {@code evaluation}.
 */
@NullMarked
package io.clientele.analytics.segments.rules;

import org.jspecify.annotations.NullMarked;
