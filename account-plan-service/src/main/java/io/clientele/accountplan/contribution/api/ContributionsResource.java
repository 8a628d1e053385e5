package io.clientele.accountplan.contribution.api;

import io.clientele.accountplan.contribution.Contributing;
import io.clientele.accountplan.contribution.Contribution;
import io.clientele.accountplan.contribution.Contributions;
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
@Path(AccountPlan.PATH + "/{planId}/contributions")
@RunOnVirtualThread
@Tag(name = "Contributions", description = "Sections that product specialists write and sign, one per product line.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST, Roles.COMPLIANCE, Roles.AUDITOR
})
class ContributionsResource {

    private final AccountPlans plans;
    private final Contributions contributions;
    private final Contributing contributing;
    private final Idempotency idempotency;

    ContributionsResource(
            AccountPlans plans, Contributions contributions, Contributing contributing, Idempotency idempotency) {
        this.plans = plans;
        this.contributions = contributions;
        this.contributing = contributing;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
    @Operation(operationId = "requestContribution", summary = "Ask a specialist for a section", description = """
            The specialist may see the client from then on, until they decline or the plan is archived. Publishes \
            `contribution.requested`. Codes: 403 `not-plan-writer`; 409 `contribution-exists`, `plan-submitted`, \
            `plan-archived`; 422 `product-line-unknown`.""")
    @APIResponse(
            responseCode = "201",
            description = "Asked.",
            content = @Content(schema = @Schema(implementation = ContributionResponse.class)))
    public Response request(
            @PathParam("planId") UUID planId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ContributionRequest request) {
        return idempotency.once(
                key,
                request,
                () -> contributing.request(
                        planId, request.productLine(), request.specialist(), request.dueOn(), request.comment()),
                ContributionResponse::created);
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listContributions",
            summary = "List the contributions to a plan",
            description = "In the order they were asked for, declined ones included.")
    @APIResponse(responseCode = "200", description = "One page of contributions.")
    public Page<ContributionResponse> list(@PathParam("planId") UUID planId, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(planId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                contributions.page(plan, seek),
                contribution -> contribution.id().toString(),
                ContributionResponse::from);
    }

    @GET
    @Path("/{contributionId}")
    @Transactional
    @Operation(
            operationId = "getContribution",
            summary = "Show a contribution",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "The contribution.",
            content = @Content(schema = @Schema(implementation = ContributionResponse.class)))
    public Response show(@PathParam("planId") UUID planId, @PathParam("contributionId") UUID id) {
        Contribution contribution = contributions.get(plans.get(planId), id);
        return Reply.ok(ContributionResponse.from(contribution))
                .withTag(contribution)
                .toResponse();
    }

    @GET
    @Path("/{contributionId}/steps")
    @Transactional
    @Operation(
            operationId = "listContributionSteps",
            summary = "List what was done with a contribution",
            description = "Who did what, when and why, the oldest first. Never changed.")
    @APIResponse(responseCode = "200", description = "One page of the history.")
    public Page<ContributionStepResponse> steps(
            @PathParam("planId") UUID planId, @PathParam("contributionId") UUID id, @BeanParam PageRequest page) {
        Contribution contribution = contributions.get(plans.get(planId), id);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                contributions.steps(contribution, seek), step -> step.id().toString(), ContributionStepResponse::from);
    }

    @PUT
    @Path("/{contributionId}/section")
    @RolesAllowed(Roles.PRODUCT_SPECIALIST)
    @Operation(operationId = "draftContribution", summary = "Write the section", description = """
            For the specialist who was asked. A material change of a signed section (a figure or a text, spaces apart) voids \
            that sign-off and nothing else, and publishes `contribution.voided`. Codes: 403 `not-asked-specialist`; \
            409 `contribution-declined`, `plan-submitted`, `plan-archived`.""")
    @APIResponse(
            responseCode = "200",
            description = "Written.",
            content = @Content(schema = @Schema(implementation = ContributionResponse.class)))
    public Response draft(
            @PathParam("planId") UUID planId,
            @PathParam("contributionId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid SectionBody request) {
        Contribution contribution = contributing.draft(planId, id, ifMatch, request.section());
        return Reply.ok(ContributionResponse.from(contribution))
                .withTag(contribution)
                .toResponse();
    }

    @POST
    @Path("/{contributionId}/sign-offs")
    @RolesAllowed(Roles.PRODUCT_SPECIALIST)
    @Operation(operationId = "signOffContribution", summary = "Sign the section", description = """
            For the specialist who was asked, also while the plan waits for its decision. Publishes \
            `contribution.signed-off`. Codes: 403 `not-asked-specialist`; 409 `contribution-not-drafted`, `plan-archived`.""")
    @APIResponse(
            responseCode = "201",
            description = "Signed.",
            content = @Content(schema = @Schema(implementation = ContributionResponse.class)))
    public Response signOff(
            @PathParam("planId") UUID planId,
            @PathParam("contributionId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid SignOffRequest request) {
        return idempotency.once(
                key,
                request,
                () -> contributing.signOff(planId, id, ifMatch, request.comment()),
                ContributionResponse::created);
    }

    @POST
    @Path("/{contributionId}/returns")
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
    @Operation(
            operationId = "returnContribution",
            summary = "Send the section back for another draft",
            description = """
            A signature under it no longer holds, which publishes `contribution.voided`. Codes: 403 `not-plan-writer`; \
            409 `contribution-not-drafted`, `plan-submitted`, `plan-archived`.""")
    @APIResponse(
            responseCode = "201",
            description = "Sent back.",
            content = @Content(schema = @Schema(implementation = ContributionResponse.class)))
    public Response sendBack(
            @PathParam("planId") UUID planId,
            @PathParam("contributionId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReasonRequest request) {
        return idempotency.once(
                key,
                request,
                () -> contributing.sendBack(planId, id, ifMatch, request.comment()),
                ContributionResponse::created);
    }

    @POST
    @Path("/{contributionId}/declines")
    @RolesAllowed(Roles.PRODUCT_SPECIALIST)
    @Operation(operationId = "declineContribution", summary = "Decline to write the section", description = """
            For the specialist who was asked, who sees the client no longer, unless for another reason. Another specialist may \
            be asked. Codes: 403 `not-asked-specialist`; 409 `contribution-declined`, `contribution-signed-off`, \
            `plan-archived`.""")
    @APIResponse(
            responseCode = "201",
            description = "Declined.",
            content = @Content(schema = @Schema(implementation = ContributionResponse.class)))
    public Response decline(
            @PathParam("planId") UUID planId,
            @PathParam("contributionId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReasonRequest request) {
        return idempotency.once(
                key,
                request,
                () -> contributing.decline(planId, id, ifMatch, request.comment()),
                ContributionResponse::created);
    }
}
