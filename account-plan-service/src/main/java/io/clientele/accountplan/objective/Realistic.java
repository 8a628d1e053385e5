package io.clientele.accountplan.objective;

import io.clientele.accountplan.plan.PlanPeriod;
import io.clientele.contracts.accountplans.SmartCriterion;
import java.util.ArrayList;
import java.util.List;

/**
 * <b>R</b>ealistic: serves a priority of the plan or a budget line, and its resources exist: at least one person, and
 * money (a budget of its own or the budget line).
 */
final class Realistic implements Letter {

    @Override
    public SmartCriterion criterion() {
        return SmartCriterion.REALISTIC;
    }

    @Override
    public List<Finding> findings(ObjectiveTerms terms, PlanPeriod plan) {
        List<Finding> findings = new ArrayList<>();
        if (terms.priorityId() == null && terms.budgetLine() == null) {
            findings.add(new Finding(
                    "link-missing", "/priorityId", "Link it to a priority of the plan or to a budget line."));
        }
        if (lacks(terms, Resource.Kind.PERSON)) {
            findings.add(new Finding("people-missing", "/resources", "Name at least one person who works on it."));
        }
        if (terms.budgetLine() == null && lacks(terms, Resource.Kind.BUDGET)) {
            findings.add(
                    new Finding("budget-missing", "/resources", "Name the budget, or the budget line, it draws on."));
        }
        return findings;
    }

    private static boolean lacks(ObjectiveTerms terms, Resource.Kind kind) {
        return terms.resources().stream().noneMatch(resource -> resource.kind() == kind);
    }
}
