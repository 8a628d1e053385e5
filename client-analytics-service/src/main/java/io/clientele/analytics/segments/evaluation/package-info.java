/**
 * What a rule means for one client: a pure function of the rule, the client's history, the memberships it refers to and
 * an instant. Live membership, previews, explanations and audits all ask it.
 */
@NullMarked
package io.clientele.analytics.segments.evaluation;

import org.jspecify.annotations.NullMarked;
