package io.clientele.accountplan.plan.api;

import io.clientele.accountplan.plan.PlanHeader;
import io.clientele.accountplan.plan.PlanPeriod;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AccountPlanChange", description = "What a plan says about itself; replaces what it said before.")
record PlanChange(
        @NotBlank @Size(max = 200) @Schema(examples = "Payments hub for the Asian entities", required = true)
        String title,

        @NotNull @Schema(required = true) PlanPeriod period,

        @NotNull
        @Size(max = 40)
        @Schema(
                description = "The template: product lines whose specialists have to sign before approval.",
                examples = "[\"cash-management\"]",
                required = true)
        Set<@NotBlank @Size(max = 40) String> requiredProductLines) {

    static PlanChange from(PlanHeader header) {
        return new PlanChange(header.title(), header.period(), header.requiredProductLines());
    }

    PlanHeader header() {
        return new PlanHeader(title, period, new TreeSet<>(requiredProductLines));
    }
}
