package io.clientele.analytics.segments.membership;

import io.clientele.contracts.segments.MembershipCause;
import java.time.Instant;

/**
 * A client moves in or out of a segment.
 *
 * @param decidedBy the rule that decided, or the last one of a retired segment
 * @param at business time from which it holds
 */
record Move(RuleVersion decidedBy, boolean enters, Instant at, MembershipCause cause) {}
