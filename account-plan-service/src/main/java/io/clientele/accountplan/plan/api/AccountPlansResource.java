package io.clientele.accountplan.plan.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.WritingPlans;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.MergePatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH)
@RunOnVirtualThread
@Tag(
        name = "Account plans",
        description = "One plan per client and period, drafted, submitted, approved by a second person.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class AccountPlansResource {

    private final AccountPlans plans;
    private final WritingPlans writing;
    private final Idempotency idempotency;
    private final MergePatch patches;

    AccountPlansResource(AccountPlans plans, WritingPlans writing, Idempotency idempotency, MergePatch patches) {
        this.plans = plans;
        this.writing = writing;
        this.idempotency = idempotency;
        this.patches = patches;
    }

    @POST
    @Operation(operationId = "openAccountPlan", summary = "Open a plan", description = """
                    Opens the first draft for a client of the own book; its owner is the client's relationship manager. \
                    Publishes `account-plan.created`. Codes: 403 `not-plan-writer`; 409 `plan-period-overlaps`: one live plan \
                    per client and day; 422 `client-unknown`, `client-without-manager`, `product-line-unknown`.""")
    @APIResponse(
            responseCode = "201",
            description = "Opened.",
            content = @Content(schema = @Schema(implementation = PlanResponse.class)))
    public Response open(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewPlan request) {
        return idempotency.once(
                key,
                request,
                () -> writing.open(request.clientId(), request.header()),
                plan -> Reply.created(plan.path(), PlanResponse.from(plan)).withTag(plan));
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
            operationId = "listAccountPlans",
            summary = "List plans",
            description = "The newest first. Everybody sees the plans of the clients in the own scope only.")
    @APIResponse(responseCode = "200", description = "One page of plans.")
    public Page<PlanResponse> list(
            @BeanParam PageRequest page,
            @QueryParam("client") @Parameter(description = "Only those of this client.", example = "C-10482") @Nullable
                    String client,
            @QueryParam("state")
                    @Parameter(
                            description = "Only those in this state: DRAFT, SUBMITTED, APPROVED or ARCHIVED.",
                            example = "SUBMITTED")
                    @Nullable
                    String state,
            @QueryParam("owner")
                    @Parameter(description = "Only those of this relationship manager.", example = "rm-novak")
                    @Nullable
                    String owner) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("client", client);
        filters.put("state", state);
        filters.put("owner", owner);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(plans.page(seek), plan -> plan.id().toString(), PlanResponse::from);
    }

    @GET
    @Path("/{planId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getAccountPlan",
            summary = "Show a plan",
            description = "The working copy. Its ETag moves on with every change of the plan or of one of its parts.")
    @APIResponse(
            responseCode = "200",
            description = "The plan.",
            content = @Content(schema = @Schema(implementation = PlanResponse.class)))
    public Response show(@PathParam("planId") UUID id) {
        AccountPlan plan = plans.get(id);
        return Reply.ok(PlanResponse.from(plan)).withTag(plan).toResponse();
    }

    @PUT
    @Path("/{planId}")
    @Operation(operationId = "changeAccountPlan", summary = "Change what a plan says about itself", description = """
                    A change of an approved plan opens the draft of the next version; the approved one stays in force. \
                    Codes: 403 `not-plan-writer`; 409 `plan-submitted`, `plan-archived`, `plan-period-overlaps`; \
                    422 `product-line-unknown`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = PlanResponse.class)))
    public Response change(
            @PathParam("planId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid PlanChange request) {
        AccountPlan plan = writing.change(id, ifMatch, before -> request.header());
        return Reply.ok(PlanResponse.from(plan)).withTag(plan).toResponse();
    }

    @PATCH
    @Path("/{planId}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "patchAccountPlan",
            summary = "Change some of what a plan says about itself",
            description = """
                    A JSON merge patch (RFC 7396): what is absent stays as it is. As with PUT, a change of an approved plan opens \
                    the draft of the next version. Codes: 403 `not-plan-writer`; 409 `plan-submitted`, `plan-archived`, \
                    `plan-period-overlaps`; 422 `product-line-unknown`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = PlanResponse.class)))
    public Response patch(
            @PathParam("planId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull
                    @RequestBody(
                            description = "The fields to change.",
                            required = true,
                            content = @Content(schema = @Schema(implementation = PlanPatch.class)))
                    ObjectNode request) {
        AccountPlan plan = writing.change(
                id,
                ifMatch,
                before -> patches.apply(PlanChange.from(before), request).header());
        return Reply.ok(PlanResponse.from(plan)).withTag(plan).toResponse();
    }
}
