package io.clientele.accountplan.plan.api;

import io.clientele.accountplan.plan.PlanPeriod;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AccountPlanPatch", description = "The fields of a plan to change; what is absent stays.")
record PlanPatch(
        @Schema(examples = "Payments hub for the Asian entities") @Nullable
        String title,

        @Nullable PlanPeriod period,

        @Schema(
                description = "The template: product lines whose specialists have to sign before approval.",
                examples = "[\"cash-management\"]")
        @Nullable
        Set<String> requiredProductLines) {}
