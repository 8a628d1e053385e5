package io.clientele.accountplan.priority;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a priority says.
 *
 * @param title unique within the plan
 * @param description in more words
 * @param rank 1 comes first, at most 99
 */
@Embeddable
public record PriorityTerms(String title, @Nullable String description, int rank) {}
