package io.clientele.accountplan.swot.api;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.swot.SwotItem;
import io.clientele.accountplan.swot.SwotItems;
import io.clientele.accountplan.swot.WritingSwotItems;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}/swot-items")
@RunOnVirtualThread
@Tag(name = "SWOT", description = """
            Strengths, weaknesses, opportunities and threats, with evidence; each weakness and threat is answered by an \
            action or accepted.""")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class SwotItemsResource {

    private final AccountPlans plans;
    private final SwotItems swotItems;
    private final WritingSwotItems writing;
    private final Idempotency idempotency;

    SwotItemsResource(AccountPlans plans, SwotItems swotItems, WritingSwotItems writing, Idempotency idempotency) {
        this.plans = plans;
        this.swotItems = swotItems;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "addSwotItem", summary = "Add a SWOT item", description = """
            Codes: 403 `not-plan-writer`; 409 `plan-archived`, `plan-submitted`; 422 `swot-unanswered`, `action-unknown`.""")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = SwotItemResponse.class)))
    public Response add(
            @PathParam("planId") UUID planId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid SwotItemRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.add(planId, request.terms()),
                added -> Reply.created(added.path(), SwotItemResponse.from(added))
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
            operationId = "listSwotItems",
            summary = "List the SWOT items of a plan",
            description = "In the order they were added.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<SwotItemResponse> list(@PathParam("planId") UUID planId, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(planId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(swotItems.page(plan, seek), item -> item.id().toString(), SwotItemResponse::from);
    }

    @GET
    @Path("/{swotItemId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getSwotItem",
            summary = "Show a SWOT item",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = SwotItemResponse.class)))
    public Response show(
            @PathParam("planId") UUID planId,
            @PathParam("swotItemId") @Parameter(description = "Id of the SWOT item.") UUID id) {
        SwotItem found = swotItems.get(plans.get(planId), id);
        return Reply.ok(SwotItemResponse.from(found)).withTag(found).toResponse();
    }

    @PUT
    @Path("/{swotItemId}")
    @Operation(operationId = "changeSwotItem", summary = "Change a SWOT item", description = """
            Replaces what it says. Codes: 403 `not-plan-writer`; 409 `plan-archived`, `plan-submitted`; 422 `swot- \
            unanswered`, `action-unknown`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = SwotItemResponse.class)))
    public Response change(
            @PathParam("planId") UUID planId,
            @PathParam("swotItemId") @Parameter(description = "Id of the SWOT item.") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid SwotItemRequest request) {
        SwotItem changed = writing.change(planId, id, ifMatch, request.terms());
        return Reply.ok(SwotItemResponse.from(changed)).withTag(changed).toResponse();
    }

    @DELETE
    @Path("/{swotItemId}")
    @Operation(operationId = "removeSwotItem", summary = "Remove a SWOT item", description = """
            Approved versions keep it. Codes: 403 `not-plan-writer`; 409 `plan-archived`, `plan-submitted`; 422 `swot- \
            unanswered`, `action-unknown`.""")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("planId") UUID planId,
            @PathParam("swotItemId") @Parameter(description = "Id of the SWOT item.") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        writing.remove(planId, id, ifMatch);
    }
}
