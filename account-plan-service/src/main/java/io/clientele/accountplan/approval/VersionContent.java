package io.clientele.accountplan.approval;

import io.clientele.accountplan.action.ActionStatus;
import io.clientele.accountplan.action.PlanActionTerms;
import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.commitment.CommitmentStatus;
import io.clientele.accountplan.commitment.CommitmentTerms;
import io.clientele.accountplan.contact.Contact;
import io.clientele.accountplan.contact.ContactTerms;
import io.clientele.accountplan.contact.CoverageMatrix;
import io.clientele.accountplan.contact.DecisionRole;
import io.clientele.accountplan.contact.Disposition;
import io.clientele.accountplan.contact.RelationshipMap;
import io.clientele.accountplan.contact.RelationshipVerdict;
import io.clientele.accountplan.contribution.ContributionFacts;
import io.clientele.accountplan.figures.PlanFigures;
import io.clientele.accountplan.objective.ObjectiveFacts;
import io.clientele.accountplan.opportunity.Opportunity;
import io.clientele.accountplan.opportunity.OpportunityTerms;
import io.clientele.accountplan.opportunity.Prerequisite;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.PlanPeriod;
import io.clientele.accountplan.priority.PriorityFacts;
import io.clientele.accountplan.progress.Progress;
import io.clientele.accountplan.swot.SwotItemTerms;
import io.clientele.contracts.accountplans.OpportunityStage;
import io.clientele.contracts.clients.ClientType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an approved version keeps: the plan with all its parts, the client as it was then, and the figures of that day. It holds ids of people, never
 * personal values.
 */
record VersionContent(
        PlanFacts plan,
        ClientFacts client,
        List<PriorityFacts> priorities,
        List<ObjectiveFacts> objectives,
        Map<UUID, Progress> progress,
        List<ContributionFacts> contributions,
        List<OpportunityFacts> opportunities,
        List<CommitmentFacts> commitments,
        List<ActionFacts> actions,
        List<SwotFacts> swot,
        CoverageMatrix coverage,
        RelationshipFacts relationships,
        PlanFigures figures) {

    record PersonFacts(
            UUID id,
            String function,
            String country,
            DecisionRole decisionRole,
            Disposition disposition,
            List<UUID> influences) {

        static PersonFacts of(Contact contact) {
            ContactTerms terms = contact.terms();
            return new PersonFacts(
                    contact.id(),
                    terms.function(),
                    terms.country(),
                    terms.decisionRole(),
                    terms.disposition(),
                    terms.influences());
        }
    }

    record RelationshipFacts(RelationshipVerdict verdict, List<PersonFacts> people) {

        static RelationshipFacts of(RelationshipMap map) {
            return new RelationshipFacts(
                    map.verdict(), map.people().stream().map(PersonFacts::of).toList());
        }
    }

    record PrerequisiteFacts(
            UUID id, Prerequisite.Terms terms, @Nullable LocalDate metOn) {}

    record OpportunityFacts(
            UUID id, OpportunityTerms terms, OpportunityStage stage, List<PrerequisiteFacts> prerequisites) {

        static OpportunityFacts of(Opportunity opportunity, List<Prerequisite> prerequisites) {
            return new OpportunityFacts(
                    opportunity.id(),
                    opportunity.terms(),
                    opportunity.stage(),
                    prerequisites.stream()
                            .filter(each -> each.opportunityId().equals(opportunity.id()))
                            .map(each -> new PrerequisiteFacts(each.id(), each.terms(), each.metOn()))
                            .toList());
        }
    }

    record CommitmentFacts(UUID id, CommitmentTerms terms, CommitmentStatus status) {}

    record ActionFacts(UUID id, PlanActionTerms terms, ActionStatus status) {}

    record SwotFacts(UUID id, SwotItemTerms terms) {}

    record PlanFacts(
            UUID id,
            String clientId,
            int version,
            String title,
            PlanPeriod period,
            SortedSet<String> requiredProductLines,
            String owner) {

        static PlanFacts of(AccountPlan plan) {
            return new PlanFacts(
                    plan.id(),
                    plan.clientId(),
                    plan.draftVersion(),
                    plan.title(),
                    plan.period(),
                    plan.requiredProductLines(),
                    plan.owner());
        }
    }

    record ClientFacts(
            ClientType type,
            @Nullable String legalName,
            @Nullable String lei,
            @Nullable String nace,
            @Nullable String domicile,
            @Nullable String manager,
            @Nullable String team,
            @Nullable String tier,
            @Nullable String kycStatus,
            @Nullable String parentId,
            @Nullable LocalDate relationshipSince) {

        static ClientFacts of(Client client) {
            return new ClientFacts(
                    client.type(),
                    client.legalName(),
                    client.lei(),
                    client.nace(),
                    client.domicile(),
                    client.manager(),
                    client.team(),
                    client.tier(),
                    client.kycStatus(),
                    client.parentId(),
                    client.relationshipSince());
        }
    }
}
