package io.clientele.accountplan.objective;

import io.clientele.contracts.accountplans.SmartCriterion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * <b>T</b>imely: start before due, due within the plan, and never more than three months without a milestone between
 * start and due (three calendar months, from the end of a month to the end of a month; due counts as the last milestone).
 */
final class Timely implements Letter {

    private static final int QUARTER_MONTHS = 3;

    @Override
    public SmartCriterion criterion() {
        return SmartCriterion.TIMELY;
    }

    @Override
    public List<Finding> findings(ObjectiveTerms terms, Surroundings around) {
        List<Finding> findings = new ArrayList<>();
        LocalDate start = terms.startOn();
        LocalDate due = terms.dueOn();
        if (start == null) {
            findings.add(new Finding("start-missing", "/startOn", "Give the first day of work."));
        }
        if (due == null) {
            findings.add(new Finding("due-missing", "/dueOn", "Give the day the target is reached."));
        } else if (due.isAfter(around.period().to())) {
            findings.add(new Finding(
                    "due-after-plan-end",
                    "/dueOn",
                    "Due on " + around.period().to() + ", the plan's end, at the latest."));
        }
        if (start != null && due != null) {
            if (start.isBefore(due)) {
                findings.addAll(milestones(terms.milestones(), start, due));
            } else {
                findings.add(new Finding("due-not-after-start", "/dueOn", "Due after the start."));
            }
        }
        return findings;
    }

    private static List<Finding> milestones(List<Milestone> milestones, LocalDate start, LocalDate due) {
        List<LocalDate> days =
                milestones.stream().map(Milestone::dueOn).sorted().toList();
        if (!days.isEmpty()
                && (!days.getFirst().isAfter(start) || days.getLast().isAfter(due))) {
            return List.of(new Finding(
                    "milestone-outside", "/milestones", "Milestones lie after the start and no later than due."));
        }
        LocalDate last = start;
        for (int i = 0; i <= days.size(); i++) {
            LocalDate next = i < days.size() ? days.get(i) : due;
            if (next.isAfter(quarterAfter(last))) {
                return List.of(new Finding(
                        "milestones-too-sparse",
                        "/milestones",
                        "Between " + last + " and " + next + " a milestone is missing: one a quarter at least."));
            }
            last = next;
        }
        return List.of();
    }

    /** Three months later; the end of a month leads to the end of a month, so that quarter ends are a quarter apart. */
    private static LocalDate quarterAfter(LocalDate day) {
        LocalDate later = day.plusMonths(QUARTER_MONTHS);
        boolean endOfMonth = day.getDayOfMonth() == day.lengthOfMonth();
        return endOfMonth ? later.withDayOfMonth(later.lengthOfMonth()) : later;
    }
}
