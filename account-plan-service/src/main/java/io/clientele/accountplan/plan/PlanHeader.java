package io.clientele.accountplan.plan;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a plan says about itself.
 *
 * @param title not blank, at most 200 characters
 * @param period the days it covers
 * @param requiredProductLines product lines whose specialists have to sign before it can be approved
 */
public record PlanHeader(String title, PlanPeriod period, SortedSet<String> requiredProductLines) {

    public PlanHeader {
        requiredProductLines = Collections.unmodifiableSortedSet(new TreeSet<>(requiredProductLines));
    }
}
