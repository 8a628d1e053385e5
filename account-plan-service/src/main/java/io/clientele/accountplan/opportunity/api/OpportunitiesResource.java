package io.clientele.accountplan.opportunity.api;

import io.clientele.accountplan.opportunity.Opportunities;
import io.clientele.accountplan.opportunity.Opportunity;
import io.clientele.accountplan.opportunity.WritingOpportunities;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}/opportunities")
@RunOnVirtualThread
@Tag(name = "Opportunities", description = """
            What there is to win, how far each is, and what has to be in place before we bid. They live on without a new \
            draft of the plan.""")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class OpportunitiesResource {

    private final AccountPlans plans;
    private final Opportunities opportunities;
    private final WritingOpportunities writing;
    private final Idempotency idempotency;

    OpportunitiesResource(
            AccountPlans plans, Opportunities opportunities, WritingOpportunities writing, Idempotency idempotency) {
        this.plans = plans;
        this.opportunities = opportunities;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "addOpportunity", summary = "Add an opportunity", description = """
            Codes: 403 `not-plan-writer`; 409 `plan-archived`; 422 `product-line-unknown`, `objective-unknown`, \
            `opportunity-invalid`.""")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = OpportunityResponse.class)))
    public Response add(
            @PathParam("planId") UUID planId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid OpportunityRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.add(planId, request.terms()),
                added -> Reply.created(added.path(), OpportunityResponse.from(added))
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
            operationId = "listOpportunities",
            summary = "List the opportunities of a plan",
            description = "In the order they were added.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<OpportunityResponse> list(@PathParam("planId") UUID planId, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(planId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(opportunities.page(plan, seek), item -> item.id().toString(), OpportunityResponse::from);
    }

    @GET
    @Path("/{opportunityId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getOpportunity",
            summary = "Show an opportunity",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = OpportunityResponse.class)))
    public Response show(@PathParam("planId") UUID planId, @PathParam("opportunityId") UUID id) {
        Opportunity found = opportunities.get(plans.get(planId), id);
        return Reply.ok(OpportunityResponse.from(found)).withTag(found).toResponse();
    }

    @PUT
    @Path("/{opportunityId}")
    @Operation(operationId = "changeOpportunity", summary = "Change an opportunity", description = """
            Replaces what it says. Codes: 403 `not-plan-writer`; 409 `plan-archived`; 422 `product-line-unknown`, \
            `objective-unknown`, `opportunity-invalid`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = OpportunityResponse.class)))
    public Response change(
            @PathParam("planId") UUID planId,
            @PathParam("opportunityId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid OpportunityRequest request) {
        Opportunity changed = writing.change(planId, id, ifMatch, request.terms());
        return Reply.ok(OpportunityResponse.from(changed)).withTag(changed).toResponse();
    }

    @DELETE
    @Path("/{opportunityId}")
    @Operation(operationId = "removeOpportunity", summary = "Remove an opportunity", description = """
            Approved versions keep it. Codes: 403 `not-plan-writer`; 409 `plan-archived`; 422 `product-line-unknown`, \
            `objective-unknown`, `opportunity-invalid`.""")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("planId") UUID planId,
            @PathParam("opportunityId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        writing.remove(planId, id, ifMatch);
    }

    @POST
    @Path("/{opportunityId}/stage-changes")
    @Operation(operationId = "moveOpportunity", summary = "Move an opportunity to another stage", description = """
            SUSPECTED to PRE_RFP to RFP to SHORTLISTED to WON; LOST or WITHDRAWN, with a reason, from any of these but WON. \
            Publishes `opportunity.stage-changed`. Codes: 403 `not-plan-writer`; 409 `stage-not-reachable`, `plan-archived`; \
            422 `prerequisite-unmet` (entering RFP with an unmet blocker; `errors` points at \
            `/prerequisites/{prerequisiteId}`), `reason-missing`.""")
    @APIResponse(
            responseCode = "201",
            description = "Moved.",
            content = @Content(schema = @Schema(implementation = OpportunityResponse.class)))
    public Response move(
            @PathParam("planId") UUID planId,
            @PathParam("opportunityId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid StageChangeRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.move(planId, id, ifMatch, request.stage(), request.reason()),
                moved -> Reply.created(moved.path(), OpportunityResponse.from(moved))
                        .withTag(moved));
    }
}
