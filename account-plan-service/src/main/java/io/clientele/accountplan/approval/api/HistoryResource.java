package io.clientele.accountplan.approval.api;

import io.clientele.accountplan.approval.PlanSteps;
import io.clientele.accountplan.approval.PlanVersion;
import io.clientele.accountplan.approval.PlanVersions;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}")
@RunOnVirtualThread
@Tag(name = "Versions", description = "Approved versions of a plan, and what was done with it.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST, Roles.COMPLIANCE, Roles.AUDITOR
})
class HistoryResource {

    /** Who sees figures. */
    private static final Set<String> READERS =
            Set.of(Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.COMPLIANCE, Roles.AUDITOR);

    private final AccountPlans plans;
    private final PlanVersions versions;
    private final PlanSteps steps;
    private final CurrentWork work;

    HistoryResource(AccountPlans plans, PlanVersions versions, PlanSteps steps, CurrentWork work) {
        this.work = work;
        this.plans = plans;
        this.versions = versions;
        this.steps = steps;
    }

    @GET
    @Path("/versions")
    @Transactional
    @Operation(
            operationId = "listAccountPlanVersions",
            summary = "List the approved versions of a plan",
            description = "The first one first, without their content.")
    @APIResponse(responseCode = "200", description = "One page of versions.")
    public Page<VersionSummary> versions(@PathParam("planId") UUID id, @BeanParam PageRequest page) {
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
    @Operation(
            operationId = "getAccountPlanVersion",
            summary = "Show an approved version",
            description = "Exactly as approved: it never changes, whatever happens to the plan.")
    @APIResponse(responseCode = "200", description = "The version.")
    public VersionResponse version(
            @PathParam("planId") UUID id,
            @PathParam("number") @Parameter(description = "Number of the version, from 1.", example = "1") int number) {
        AccountPlan plan = plans.get(id);
        PlanVersion version = versions.get(plan, number);
        return VersionResponse.from(plan, version, versions.shown(version, seesFigures()));
    }

    @GET
    @Path("/versions/{number}/diff")
    @Transactional
    @Operation(
            operationId = "diffAccountPlanVersions",
            summary = "Compare two approved versions",
            description =
                    "Value by value: exposures, rates and figures as approved then. Product specialists get no figures.")
    @APIResponse(responseCode = "200", description = "The differences.")
    public DiffResponse diff(
            @PathParam("planId") UUID id,
            @PathParam("number") @Parameter(description = "Number of the version, from 1.", example = "2") int number,
            @QueryParam("from")
                    @DefaultValue("1")
                    @Parameter(description = "Number of the version to compare with; 1 when absent.", example = "1")
                    int from) {
        AccountPlan plan = plans.get(id);
        return new DiffResponse(
                from,
                number,
                versions.diff(plan, from, number, seesFigures()).stream()
                        .map(DifferenceResponse::from)
                        .toList());
    }

    private boolean seesFigures() {
        return READERS.stream().anyMatch(work.caller()::has);
    }

    @GET
    @Path("/steps")
    @Transactional
    @Operation(
            operationId = "listAccountPlanSteps",
            summary = "List what was done with a plan",
            description = "Submissions, decisions, recalls: who, when and why, the oldest first. Never changed.")
    @APIResponse(responseCode = "200", description = "One page of the history.")
    public Page<StepResponse> steps(@PathParam("planId") UUID id, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(id);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(steps.page(plan, seek), step -> step.id().toString(), StepResponse::from);
    }

    @GET
    @Path("/steps/{stepId}")
    @Transactional
    @Operation(
            operationId = "getAccountPlanStep",
            summary = "Show one step of a plan",
            description = "Who did what, when and why.")
    @APIResponse(responseCode = "200", description = "The step.")
    public StepResponse step(@PathParam("planId") UUID id, @PathParam("stepId") UUID stepId) {
        return StepResponse.from(steps.get(plans.get(id), stepId));
    }
}
