package io.clientele.accountplan.health.api;

import io.clientele.accountplan.health.HealthRecords;
import io.clientele.accountplan.health.MeasuringHealth;
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
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}/health")
@RunOnVirtualThread
@Tag(
        name = "Plan health",
        description = "How well plans do, by a published formula; the plan's quality apart from the client's health.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.COMPLIANCE, Roles.AUDITOR})
class PlanHealthResource {

    private final AccountPlans plans;
    private final MeasuringHealth measuring;
    private final HealthRecords records;
    private final Clock clock;

    PlanHealthResource(AccountPlans plans, MeasuringHealth measuring, HealthRecords records, Clock clock) {
        this.plans = plans;
        this.measuring = measuring;
        this.records = records;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(operationId = "getPlanHealth", summary = "Show how well a plan does", description = """
            Measured now: the mean of the components by their weights, over those that are not missing. 409 `plan-archived`.""")
    @APIResponse(responseCode = "200", description = "The health.")
    public PlanHealthResponse show(@PathParam("planId") UUID planId) {
        return PlanHealthResponse.from(measuring.of(plans.get(planId)), clock.instant());
    }

    @GET
    @Path("/history")
    @Transactional
    @Operation(operationId = "listPlanHealth", summary = "List how a plan did", description = """
            The newest first. All live plans are measured every hour; what did not change is not repeated.""")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<PlanHealthResponse> history(@PathParam("planId") UUID planId, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(planId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                records.page(plan, seek),
                record -> Long.toString(record.id()),
                record -> PlanHealthResponse.from(record.health(), record.measuredAt()));
    }
}
