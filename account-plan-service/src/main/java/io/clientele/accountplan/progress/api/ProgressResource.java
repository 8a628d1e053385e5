package io.clientele.accountplan.progress.api;

import io.clientele.accountplan.objective.Objective;
import io.clientele.accountplan.objective.Objectives;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.progress.Progresses;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}/objectives/{objectiveId}")
@RunOnVirtualThread
@Tag(name = "Objectives")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST})
class ProgressResource {

    private final AccountPlans plans;
    private final Objectives objectives;
    private final Progresses progresses;
    private final Idempotency idempotency;
    private final Clock clock;

    ProgressResource(
            AccountPlans plans, Objectives objectives, Progresses progresses, Idempotency idempotency, Clock clock) {
        this.plans = plans;
        this.objectives = objectives;
        this.progresses = progresses;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @Path("/measurements")
    @Operation(operationId = "measureObjective", summary = "Measure an objective", description = """
            For its owner and those who write the plan; the plan in force stays in force. Publishes `objective.progressed`. \
            Codes: 403 `not-objective-owner`; 409 `plan-archived`, `objective-over`; 422 `measured-in-future`.""")
    @APIResponse(
            responseCode = "201",
            description = "Measured.",
            content = @Content(schema = @Schema(implementation = ProgressStepResponse.class)))
    public Response measure(
            @PathParam("planId") UUID planId,
            @PathParam("objectiveId") UUID objectiveId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid MeasurementRequest request) {
        return idempotency.once(
                key,
                request,
                () -> progresses.measure(planId, objectiveId, request.value(), request.measuredOn(), request.source()),
                step -> Reply.created(path(planId, objectiveId), ProgressStepResponse.from(step)));
    }

    @POST
    @Path("/outcomes")
    @Operation(operationId = "endObjective", summary = "End an objective", description = """
            ACHIEVED by a value that reaches the target; MISSED, DEFERRED or CANCELLED with the reason. For its owner and \
            those who write the plan. Publishes `objective.achieved` or `objective.missed`. Codes: 403 `not-objective- \
            owner`; 409 `plan-archived`, `objective-over`; 422 `evidence-missing`, `target-not-met`, `status-not-final`.""")
    @APIResponse(
            responseCode = "201",
            description = "Ended.",
            content = @Content(schema = @Schema(implementation = ProgressStepResponse.class)))
    public Response end(
            @PathParam("planId") UUID planId,
            @PathParam("objectiveId") UUID objectiveId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid OutcomeRequest request) {
        return idempotency.once(
                key,
                request,
                () -> progresses.end(planId, objectiveId, request.status(), request.value(), request.reason()),
                step -> Reply.created(path(planId, objectiveId), ProgressStepResponse.from(step)));
    }

    @GET
    @Path("/progress")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getObjectiveProgress",
            summary = "Show how far an objective is",
            description = "From its last measurement.")
    @APIResponse(responseCode = "200", description = "The progress.")
    public ProgressResponse progress(@PathParam("planId") UUID planId, @PathParam("objectiveId") UUID objectiveId) {
        Objective objective = objectives.get(plans.get(planId), objectiveId);
        return ProgressResponse.from(objective, progresses.of(objective), LocalDate.now(clock));
    }

    @GET
    @Path("/measurements")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listObjectiveMeasurements",
            summary = "List the measurements of an objective",
            description = "In the order they were recorded, its end included.")
    @APIResponse(responseCode = "200", description = "One page of measurements.")
    public Page<ProgressStepResponse> list(
            @PathParam("planId") UUID planId, @PathParam("objectiveId") UUID objectiveId, @BeanParam PageRequest page) {
        Objective objective = objectives.get(plans.get(planId), objectiveId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(progresses.page(objective, seek), step -> step.id().toString(), ProgressStepResponse::from);
    }

    private static String path(UUID planId, UUID objectiveId) {
        return AccountPlan.PATH + "/" + planId + "/objectives/" + objectiveId + "/progress";
    }
}
