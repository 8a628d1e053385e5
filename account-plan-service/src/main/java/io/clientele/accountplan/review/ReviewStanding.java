package io.clientele.accountplan.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a plan was looked through last, and when it has to be again.
 *
 * @param lastReviewedOn the last review or approval; the day it was opened where there was neither
 * @param dueOn last day for the next one
 * @param stale whether subscribers were told that it is overdue
 */
public record ReviewStanding(
        UUID planId, String clientId, @Nullable String tier, LocalDate lastReviewedOn, LocalDate dueOn, boolean stale) {

    /** Whether the review should have been before {@code today}. */
    public boolean isOverdue(LocalDate today) {
        return today.isAfter(dueOn);
    }
}
