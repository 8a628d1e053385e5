package io.clientele.accountplan.budget.api;

import io.clientele.accountplan.budget.BudgetLine;
import io.clientele.accountplan.budget.BudgetLines;
import io.clientele.accountplan.budget.WritingBudgetLines;
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
@Path(AccountPlan.PATH + "/{planId}/budget-lines")
@RunOnVirtualThread
@Tag(name = "Budgets", description = "What a plan is to bring in each year, and what has come.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class BudgetLinesResource {

    private final AccountPlans plans;
    private final BudgetLines budgetLines;
    private final WritingBudgetLines writing;
    private final Idempotency idempotency;

    BudgetLinesResource(
            AccountPlans plans, BudgetLines budgetLines, WritingBudgetLines writing, Idempotency idempotency) {
        this.plans = plans;
        this.budgetLines = budgetLines;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "addBudgetLine", summary = "Add a budget line", description = """
            Codes: 403 `not-plan-writer`; 409 `plan-archived`, `plan-submitted`; 422 `product-line-unknown`, `client- \
            unknown`, `budget-invalid`.""")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = BudgetLineResponse.class)))
    public Response add(
            @PathParam("planId") UUID planId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid BudgetLineRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.add(planId, request.terms()),
                added -> Reply.created(added.path(), BudgetLineResponse.from(added))
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
            operationId = "listBudgetLines",
            summary = "List the budget lines of a plan",
            description = "In the order they were added.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<BudgetLineResponse> list(@PathParam("planId") UUID planId, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(planId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(budgetLines.page(plan, seek), item -> item.id().toString(), BudgetLineResponse::from);
    }

    @GET
    @Path("/{budgetLineId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getBudgetLine",
            summary = "Show a budget line",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = BudgetLineResponse.class)))
    public Response show(@PathParam("planId") UUID planId, @PathParam("budgetLineId") UUID id) {
        BudgetLine found = budgetLines.get(plans.get(planId), id);
        return Reply.ok(BudgetLineResponse.from(found)).withTag(found).toResponse();
    }

    @PUT
    @Path("/{budgetLineId}")
    @Operation(operationId = "changeBudgetLine", summary = "Change a budget line", description = """
            Replaces what it says. Codes: 403 `not-plan-writer`; 409 `plan-archived`, `plan-submitted`; 422 `product-line- \
            unknown`, `client-unknown`, `budget-invalid`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = BudgetLineResponse.class)))
    public Response change(
            @PathParam("planId") UUID planId,
            @PathParam("budgetLineId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid BudgetLineRequest request) {
        BudgetLine changed = writing.change(planId, id, ifMatch, request.terms());
        return Reply.ok(BudgetLineResponse.from(changed)).withTag(changed).toResponse();
    }

    @DELETE
    @Path("/{budgetLineId}")
    @Operation(operationId = "removeBudgetLine", summary = "Remove a budget line", description = """
            Approved versions keep it. Codes: 403 `not-plan-writer`; 409 `plan-archived`, `plan-submitted`; 422 `product- \
            line-unknown`, `client-unknown`, `budget-invalid`.""")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("planId") UUID planId,
            @PathParam("budgetLineId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        writing.remove(planId, id, ifMatch);
    }
}
