package io.clientele.accountplan.priority;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A priority as an approved version keeps it.
 *
 * @param rank 1 comes first
 */
public record PriorityFacts(UUID id, String title, @Nullable String description, int rank) {}
