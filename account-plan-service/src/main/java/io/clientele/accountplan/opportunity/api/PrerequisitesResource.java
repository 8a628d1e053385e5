package io.clientele.accountplan.opportunity.api;

import io.clientele.accountplan.opportunity.Opportunities;
import io.clientele.accountplan.opportunity.Opportunity;
import io.clientele.accountplan.opportunity.Prerequisite;
import io.clientele.accountplan.opportunity.Prerequisites;
import io.clientele.accountplan.opportunity.WritingPrerequisites;
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
@Path(AccountPlan.PATH + "/{planId}/opportunities/{opportunityId}")
@RunOnVirtualThread
@Tag(name = "Opportunities")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class PrerequisitesResource {

    private final AccountPlans plans;
    private final Opportunities opportunities;
    private final Prerequisites prerequisites;
    private final WritingPrerequisites writing;
    private final Idempotency idempotency;

    PrerequisitesResource(
            AccountPlans plans,
            Opportunities opportunities,
            Prerequisites prerequisites,
            WritingPrerequisites writing,
            Idempotency idempotency) {
        this.plans = plans;
        this.opportunities = opportunities;
        this.prerequisites = prerequisites;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/prerequisites")
    @Operation(operationId = "addPrerequisite", summary = "Add a prerequisite", description = """
            Publishes `opportunity.at-risk` when the opportunity became late by it. Codes: 403 `not-plan-writer`; 409 `plan- \
            archived`, `opportunity-over`; 422 `prerequisite-unknown`, `prerequisite-cycle`.""")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = PrerequisiteResponse.class)))
    public Response add(
            @PathParam("planId") UUID planId,
            @PathParam("opportunityId") UUID opportunityId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PrerequisiteRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.add(planId, opportunityId, request.terms()),
                added -> Reply.created(added.path(), PrerequisiteResponse.from(added))
                        .withTag(added));
    }

    @GET
    @Path("/prerequisites")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listPrerequisites",
            summary = "List the prerequisites of an opportunity",
            description = "In the order they were added.")
    @APIResponse(responseCode = "200", description = "One page of prerequisites.")
    public Page<PrerequisiteResponse> list(
            @PathParam("planId") UUID planId,
            @PathParam("opportunityId") UUID opportunityId,
            @BeanParam PageRequest page) {
        Opportunity opportunity = opportunities.get(plans.get(planId), opportunityId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                prerequisites.page(opportunity, seek), item -> item.id().toString(), PrerequisiteResponse::from);
    }

    @GET
    @Path("/prerequisites/{prerequisiteId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getPrerequisite",
            summary = "Show a prerequisite",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = PrerequisiteResponse.class)))
    public Response show(
            @PathParam("planId") UUID planId,
            @PathParam("opportunityId") UUID opportunityId,
            @PathParam("prerequisiteId") UUID id) {
        Prerequisite found = prerequisites.get(opportunities.get(plans.get(planId), opportunityId), id);
        return Reply.ok(PrerequisiteResponse.from(found)).withTag(found).toResponse();
    }

    @PUT
    @Path("/prerequisites/{prerequisiteId}")
    @Operation(operationId = "changePrerequisite", summary = "Change a prerequisite", description = """
            Replaces what it says. Codes: 403 `not-plan-writer`; 409 `plan-archived`, `opportunity-over`; 422 `prerequisite- \
            unknown`, `prerequisite-cycle`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = PrerequisiteResponse.class)))
    public Response change(
            @PathParam("planId") UUID planId,
            @PathParam("opportunityId") UUID opportunityId,
            @PathParam("prerequisiteId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid PrerequisiteRequest request) {
        Prerequisite changed = writing.change(planId, opportunityId, id, ifMatch, request.terms());
        return Reply.ok(PrerequisiteResponse.from(changed)).withTag(changed).toResponse();
    }

    @DELETE
    @Path("/prerequisites/{prerequisiteId}")
    @Operation(operationId = "removePrerequisite", summary = "Remove a prerequisite", description = """
            One on which others depend is kept: 409 `prerequisite-in-use`. Codes: 403 `not-plan-writer`; 409 `plan- \
            archived`, `opportunity-over`; 422 `prerequisite-unknown`, `prerequisite-cycle`.""")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("planId") UUID planId,
            @PathParam("opportunityId") UUID opportunityId,
            @PathParam("prerequisiteId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        writing.remove(planId, opportunityId, id, ifMatch);
    }

    @POST
    @Path("/prerequisites/{prerequisiteId}/fulfilments")
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST})
    @Operation(operationId = "meetPrerequisite", summary = "Say that a prerequisite is in place", description = """
            For its owner and those who write the plan. Publishes `opportunity.prerequisite-met`. Codes: 403 `not- \
            prerequisite-owner`; 409 `prerequisite-met`, `plan-archived`, `opportunity-over`; 422 `met-in-future`.""")
    @APIResponse(
            responseCode = "201",
            description = "Noted.",
            content = @Content(schema = @Schema(implementation = PrerequisiteResponse.class)))
    public Response meet(
            @PathParam("planId") UUID planId,
            @PathParam("opportunityId") UUID opportunityId,
            @PathParam("prerequisiteId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid FulfilmentRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.meet(planId, opportunityId, id, ifMatch, request.metOn(), request.evidence()),
                met -> Reply.created(met.path(), PrerequisiteResponse.from(met)).withTag(met));
    }

    @GET
    @Path("/critical-path")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(operationId = "getCriticalPath", summary = "Show the critical path of an opportunity", description = """
            The chain of unmet prerequisites that decides when the bid can begin, and its slack against the day the request \
            for proposal is expected.""")
    @APIResponse(responseCode = "200", description = "The critical path.")
    public CriticalPathResponse path(@PathParam("planId") UUID planId, @PathParam("opportunityId") UUID opportunityId) {
        Opportunity opportunity = opportunities.get(plans.get(planId), opportunityId);
        return CriticalPathResponse.from(
                prerequisites.pathOf(opportunity), opportunity.terms().expectedRfpOn());
    }
}
