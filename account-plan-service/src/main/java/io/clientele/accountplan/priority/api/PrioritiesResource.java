package io.clientele.accountplan.priority.api;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.priority.Priorities;
import io.clientele.accountplan.priority.Priority;
import io.clientele.accountplan.priority.WritingPriorities;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}/priorities")
@RunOnVirtualThread
@Tag(name = "Priorities", description = "What a plan is to serve.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class PrioritiesResource {

    private final AccountPlans plans;
    private final Priorities priorities;
    private final WritingPriorities writing;
    private final Idempotency idempotency;

    PrioritiesResource(AccountPlans plans, Priorities priorities, WritingPriorities writing, Idempotency idempotency) {
        this.plans = plans;
        this.priorities = priorities;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "addPriority",
            summary = "Add a priority",
            description =
                    "Codes: 403 `not-plan-writer`; 409 `plan-submitted`, `plan-archived`, `already-exists:priority-title-uq`.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = PriorityResponse.class)))
    public Response add(
            @PathParam("planId") UUID planId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PriorityRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.add(planId, request.terms()),
                added -> Reply.created(added.path(), PriorityResponse.from(added))
                        .withTag(added));
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
            operationId = "listPriorities",
            summary = "List the priorities of a plan",
            description = "In the order they were added.")
    @APIResponse(responseCode = "200", description = "One page of priorities.")
    public Page<PriorityResponse> list(@PathParam("planId") UUID planId, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(planId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(priorities.page(plan, seek), priority -> priority.id().toString(), PriorityResponse::from);
    }

    @GET
    @Path("/{priorityId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getPriority",
            summary = "Show a priority",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "The priority.",
            content = @Content(schema = @Schema(implementation = PriorityResponse.class)))
    public Response show(@PathParam("planId") UUID planId, @PathParam("priorityId") UUID id) {
        Priority priority = priorities.get(plans.get(planId), id);
        return Reply.ok(PriorityResponse.from(priority)).withTag(priority).toResponse();
    }

    @PUT
    @Path("/{priorityId}")
    @Operation(
            operationId = "changePriority",
            summary = "Change a priority",
            description =
                    "Codes: 403 `not-plan-writer`; 409 `plan-submitted`, `plan-archived`, `already-exists:priority-title-uq`.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = PriorityResponse.class)))
    public Response change(
            @PathParam("planId") UUID planId,
            @PathParam("priorityId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid PriorityRequest request) {
        Priority priority = writing.change(planId, id, ifMatch, request.terms());
        return Reply.ok(PriorityResponse.from(priority)).withTag(priority).toResponse();
    }

    @DELETE
    @Path("/{priorityId}")
    @Operation(
            operationId = "removePriority",
            summary = "Remove a priority that no objective serves",
            description = "Codes: 403 `not-plan-writer`; 409 `priority-in-use`, `plan-submitted`, `plan-archived`.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("planId") UUID planId,
            @PathParam("priorityId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        writing.remove(planId, id, ifMatch);
    }
}
