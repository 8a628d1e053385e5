package io.clientele.analytics.segments;

import java.util.UUID;

/**
 * A segment whose rule asks for the members of another.
 *
 * @param direct whether its own rule says so; else it does through others
 */
public record Dependent(UUID segmentId, String name, boolean direct) {}
