package io.clientele.accountplan.approval;

import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.contribution.ContributionFacts;
import io.clientele.accountplan.objective.ObjectiveFacts;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.PlanPeriod;
import io.clientele.accountplan.priority.PriorityFacts;
import io.clientele.contracts.clients.ClientType;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an approved version keeps: the plan with all its parts, and the client as it was then. It holds ids of people, never
 * personal values.
 */
record VersionContent(
        PlanFacts plan,
        ClientFacts client,
        List<PriorityFacts> priorities,
        List<ObjectiveFacts> objectives,
        List<ContributionFacts> contributions) {

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
