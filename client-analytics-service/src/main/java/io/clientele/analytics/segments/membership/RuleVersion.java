package io.clientele.analytics.segments.membership;

import java.util.UUID;

/** Which rule decides: a segment, its name, and the number of its version. */
record RuleVersion(UUID segmentId, String segmentName, int number) {}
