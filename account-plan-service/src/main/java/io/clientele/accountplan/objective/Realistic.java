package io.clientele.accountplan.objective;

import io.clientele.contracts.accountplans.SmartCriterion;
import java.util.ArrayList;
import java.util.List;

/**
 * <b>R</b>ealistic: serves a priority of the plan, a budget line, or the return gap while there is one; its prerequisites
 * exist, and its resources: at least one person, and money (a budget of its own or the budget line).
 */
final class Realistic implements Letter {

    @Override
    public SmartCriterion criterion() {
        return SmartCriterion.REALISTIC;
    }

    @Override
    public List<Finding> findings(ObjectiveTerms terms, Surroundings around) {
        List<Finding> findings = new ArrayList<>();
        if (terms.priorityId() == null && terms.budgetLine() == null) {
            if (!terms.closesReturnGap()) {
                findings.add(new Finding(
                        "link-missing",
                        "/priorityId",
                        "Link it to a priority of the plan, to a budget line or to the return gap."));
            } else if (!around.returnGap().getAsBoolean()) {
                findings.add(new Finding(
                        "return-gap-closed",
                        "/closesReturnGap",
                        "The client reaches the hurdle already: link it to a priority or a budget line."));
            }
        }
        if (!terms.prerequisiteIds().stream().allMatch(around.prerequisites())) {
            findings.add(new Finding(
                    "prerequisite-unknown",
                    "/prerequisiteIds",
                    "Add each prerequisite to an opportunity of the plan, or leave it out."));
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
