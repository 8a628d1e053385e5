package io.clientele.accountplan.approval.api;

import io.clientele.accountplan.approval.PlanSteps;
import io.clientele.accountplan.approval.PlanVersions;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}")
@RunOnVirtualThread
@Tag(name = "Versions", description = "Approved versions of a plan, and what was done with it.")
class HistoryResource {

    private final AccountPlans plans;
    private final PlanVersions versions;
    private final PlanSteps steps;

    HistoryResource(AccountPlans plans, PlanVersions versions, PlanSteps steps) {
        this.plans = plans;
        this.versions = versions;
        this.steps = steps;
    }

    @GET
    @Path("/versions")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listAccountPlanVersions",
            summary = "List the approved versions of a plan",
            description = "The first one first, without their content.")
    @APIResponse(responseCode = "200", description = "One page of versions.")
    public Page<VersionSummary> versions(
            @PathParam("planId") @Parameter(description = "Id of the plan.") UUID id, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(id);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                versions.page(plan, seek),
                version -> Integer.toString(version.number()),
                version -> VersionSummary.from(plan, version));
    }

    @GET
    @Path("/versions/{number}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getAccountPlanVersion",
            summary = "Show an approved version",
            description = "Exactly as approved: it never changes, whatever happens to the plan.")
    @APIResponse(responseCode = "200", description = "The version.")
    public VersionResponse version(
            @PathParam("planId") @Parameter(description = "Id of the plan.") UUID id,
            @PathParam("number") @Parameter(description = "Number of the version, from 1.", example = "1") int number) {
        AccountPlan plan = plans.get(id);
        return VersionResponse.from(plan, versions.get(plan, number));
    }

    @GET
    @Path("/steps")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listAccountPlanSteps",
            summary = "List what was done with a plan",
            description = "Submissions, decisions, recalls: who, when and why, the oldest first. Never changed.")
    @APIResponse(responseCode = "200", description = "One page of the history.")
    public Page<StepResponse> steps(
            @PathParam("planId") @Parameter(description = "Id of the plan.") UUID id, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(id);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(steps.page(plan, seek), step -> step.id().toString(), StepResponse::from);
    }

    @GET
    @Path("/steps/{stepId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getAccountPlanStep",
            summary = "Show one step of a plan",
            description = "Who did what, when and why.")
    @APIResponse(responseCode = "200", description = "The step.")
    public StepResponse step(
            @PathParam("planId") @Parameter(description = "Id of the plan.") UUID id,
            @PathParam("stepId") @Parameter(description = "Id of the step.") UUID stepId) {
        return StepResponse.from(steps.get(plans.get(id), stepId));
    }
}
