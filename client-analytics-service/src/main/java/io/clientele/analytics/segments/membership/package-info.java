/**
 * Keeps who is in which segment. What happens to a client leaves a mark in its own transaction; marks, instants that fall
 * due and the computation of everybody after a rule changed are worked off by any replica, one client in one transaction
 * at a time. {@link io.clientele.analytics.segments.membership.Reassessment} alone decides the moves.
 */
@NullMarked
package io.clientele.analytics.segments.membership;

import org.jspecify.annotations.NullMarked;
