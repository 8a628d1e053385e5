package io.clientele.accountplan.approval;

import io.clientele.accountplan.action.PlanActions;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.commitment.Commitments;
import io.clientele.accountplan.contact.Contacts;
import io.clientele.accountplan.contact.Coverage;
import io.clientele.accountplan.contact.RelationshipMap;
import io.clientele.accountplan.contribution.Contribution;
import io.clientele.accountplan.contribution.Contributions;
import io.clientele.accountplan.figures.Figures;
import io.clientele.accountplan.objective.Objective;
import io.clientele.accountplan.objective.Objectives;
import io.clientele.accountplan.objective.SmartVerdict;
import io.clientele.accountplan.opportunity.Opportunities;
import io.clientele.accountplan.opportunity.Prerequisite;
import io.clientele.accountplan.opportunity.Prerequisites;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.priority.Priorities;
import io.clientele.accountplan.priority.Priority;
import io.clientele.accountplan.progress.Progresses;
import io.clientele.accountplan.swot.SwotItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Gathers a plan with all its parts and figures, as they are at this moment. */
@ApplicationScoped
class PlanContents {

    private final Clients clients;
    private final Priorities priorities;
    private final Objectives objectives;
    private final Progresses progresses;
    private final Contributions contributions;
    private final Opportunities opportunities;
    private final Prerequisites prerequisites;
    private final Commitments commitments;
    private final PlanActions actions;
    private final SwotItems swot;
    private final Coverage coverage;
    private final Contacts contacts;
    private final Figures figures;

    PlanContents(
            Clients clients,
            Priorities priorities,
            Objectives objectives,
            Progresses progresses,
            Contributions contributions,
            Opportunities opportunities,
            Prerequisites prerequisites,
            Commitments commitments,
            PlanActions actions,
            SwotItems swot,
            Coverage coverage,
            Contacts contacts,
            Figures figures) {
        this.clients = clients;
        this.priorities = priorities;
        this.objectives = objectives;
        this.progresses = progresses;
        this.contributions = contributions;
        this.opportunities = opportunities;
        this.prerequisites = prerequisites;
        this.commitments = commitments;
        this.actions = actions;
        this.swot = swot;
        this.coverage = coverage;
        this.contacts = contacts;
        this.figures = figures;
    }

    VersionContent of(AccountPlan plan) {
        List<Objective> aims = objectives.of(plan);
        Function<Objective, SmartVerdict> checks = objectives.checks(plan);
        List<Prerequisite> waited = prerequisites.list("planId = ?1 order by id", plan.id());
        return new VersionContent(
                VersionContent.PlanFacts.of(plan),
                VersionContent.ClientFacts.of(clients.get(plan.clientId())),
                priorities.of(plan).stream().map(Priority::facts).toList(),
                aims.stream()
                        .map(objective -> objective.facts(checks.apply(objective)))
                        .toList(),
                progresses.of(plan, aims),
                contributions.of(plan).stream().map(Contribution::facts).toList(),
                opportunities.of(plan).stream()
                        .map(opportunity -> VersionContent.OpportunityFacts.of(opportunity, waited))
                        .toList(),
                commitments.of(plan).stream()
                        .map(each -> new VersionContent.CommitmentFacts(each.id(), each.terms(), each.status()))
                        .toList(),
                actions.of(plan).stream()
                        .map(each -> new VersionContent.ActionFacts(each.id(), each.terms(), each.status()))
                        .toList(),
                swot.of(plan).stream()
                        .map(each -> new VersionContent.SwotFacts(each.id(), each.terms()))
                        .toList(),
                coverage.of(plan.clientId(), figures.companies(plan)),
                VersionContent.RelationshipFacts.of(RelationshipMap.of(contacts.of(plan.clientId()))),
                figures.of(plan));
    }
}
