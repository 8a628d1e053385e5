package io.clientele.accountplan.action.api;

import io.clientele.accountplan.action.PlanAction;
import io.clientele.accountplan.action.PlanActions;
import io.clientele.accountplan.action.WritingPlanActions;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
@Path(AccountPlan.PATH + "/{planId}/actions")
@RunOnVirtualThread
@Tag(name = "Actions", description = "What is to be done, by whom, until when.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class PlanActionsResource {

    private final AccountPlans plans;
    private final PlanActions planActions;
    private final WritingPlanActions writing;
    private final Idempotency idempotency;
    private final Clock clock;

    PlanActionsResource(
            AccountPlans plans,
            PlanActions planActions,
            WritingPlanActions writing,
            Idempotency idempotency,
            Clock clock) {
        this.plans = plans;
        this.planActions = planActions;
        this.writing = writing;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @Operation(
            operationId = "addPlanAction",
            summary = "Add an action",
            description = "Codes: 403 `not-plan-writer`; 409 `plan-archived`; 422 `objective-unknown`.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = PlanActionResponse.class)))
    public Response add(
            @PathParam("planId") UUID planId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PlanActionRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.add(planId, request.terms()),
                added -> Reply.created(added.path(), rendered(added)).withTag(added));
    }

    @GET
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listPlanActions",
            summary = "List the actions of a plan",
            description = "In the order they were added.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<PlanActionResponse> list(@PathParam("planId") UUID planId, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(planId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(planActions.page(plan, seek), item -> item.id().toString(), this::rendered);
    }

    @GET
    @Path("/{actionId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getPlanAction",
            summary = "Show an action",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = PlanActionResponse.class)))
    public Response show(@PathParam("planId") UUID planId, @PathParam("actionId") UUID id) {
        PlanAction found = planActions.get(plans.get(planId), id);
        return Reply.ok(rendered(found)).withTag(found).toResponse();
    }

    @PUT
    @Path("/{actionId}")
    @Operation(operationId = "changePlanAction", summary = "Change an action", description = """
            Replaces what it says. Codes: 403 `not-plan-writer`; 409 `plan-archived`; 422 `objective-unknown`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = PlanActionResponse.class)))
    public Response change(
            @PathParam("planId") UUID planId,
            @PathParam("actionId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid PlanActionRequest request) {
        PlanAction changed = writing.change(planId, id, ifMatch, request.terms());
        return Reply.ok(rendered(changed)).withTag(changed).toResponse();
    }

    @DELETE
    @Path("/{actionId}")
    @Operation(operationId = "removePlanAction", summary = "Remove an action", description = """
            Approved versions keep it. Codes: 403 `not-plan-writer`; 409 `plan-archived`; 422 `objective-unknown`.""")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("planId") UUID planId,
            @PathParam("actionId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        writing.remove(planId, id, ifMatch);
    }

    @POST
    @Path("/{actionId}/closures")
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST})
    @Operation(operationId = "closeAction", summary = "Close an action", description = """
            For its owner and those who write the plan: done, or cancelled. Codes: 403 `not-action-owner`; 409 `action- \
            closed`, `plan-archived`.""")
    @APIResponse(
            responseCode = "201",
            description = "Closed.",
            content = @Content(schema = @Schema(implementation = PlanActionResponse.class)))
    public Response close(
            @PathParam("planId") UUID planId,
            @PathParam("actionId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ClosureRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.close(planId, id, ifMatch, request.done(), request.outcome()),
                closed -> Reply.created(closed.path(), rendered(closed)).withTag(closed));
    }

    private PlanActionResponse rendered(PlanAction action) {
        return PlanActionResponse.from(action, LocalDate.now(clock));
    }
}
