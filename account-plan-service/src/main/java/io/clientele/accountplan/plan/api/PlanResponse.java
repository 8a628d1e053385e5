package io.clientele.accountplan.plan.api;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.PlanPeriod;
import io.clientele.accountplan.plan.PlanState;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AccountPlan", description = "The working copy of a plan: a draft, or the version in force.")
record PlanResponse(
        @Schema(examples = "01957c80-11b2-7a55-8d0e-64f1b7c9a203")
        UUID id,

        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(examples = "Payments hub for the Asian entities")
        String title,

        PlanPeriod period,

        @Schema(
                description = "Product lines whose specialists have to sign before approval.",
                examples = "[\"cash-management\"]")
        Set<String> requiredProductLines,

        @Schema(description = "User id of the relationship manager it was opened for.", examples = "rm-novak")
        String owner,

        PlanState state,

        @Schema(description = "The version the working copy becomes, or became, when approved; from 1.", examples = "2")
        int draftVersion,

        @Schema(description = "The approved version that holds; absent before the first approval.", examples = "1")
        @Nullable
        Integer versionInForce,

        @Schema(description = "Whether its review is overdue.", examples = "false")
        boolean stale,

        @Schema(description = "Who submitted it, while it waits for a decision.", examples = "rm-novak") @Nullable
        String submittedBy,

        @Schema(description = "When it was submitted, while it waits.") @Nullable
        Instant submittedAt,

        @Schema(examples = "rm-novak") String createdBy,
        Instant createdAt,

        @Schema(description = "Who changed the plan or one of its parts last.", examples = "ps-dvorak")
        String changedBy,

        Instant changedAt) {

    static PlanResponse from(AccountPlan plan) {
        return new PlanResponse(
                plan.id(),
                plan.clientId(),
                plan.title(),
                plan.period(),
                plan.requiredProductLines(),
                plan.owner(),
                plan.state(),
                plan.draftVersion(),
                plan.versionInForce(),
                plan.isStale(),
                plan.submittedBy(),
                plan.submittedAt(),
                plan.createdBy(),
                plan.createdAt(),
                plan.changedBy(),
                plan.changedAt());
    }
}
