package io.clientele.accountplan.approval.api;

import io.clientele.accountplan.approval.DecidingOnPlans;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}")
@RunOnVirtualThread
@Tag(name = "Decisions", description = "Submission of a plan and the decision of a second person, each kept as a step.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class DecisionsResource {

    private final DecidingOnPlans deciding;
    private final Idempotency idempotency;

    DecisionsResource(DecidingOnPlans deciding, Idempotency idempotency) {
        this.deciding = deciding;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/submissions")
    @Operation(operationId = "submitAccountPlan", summary = "Submit the draft", description = """
            The draft is frozen until it is decided on or recalled. Publishes `account-plan.submitted`. Codes: \
            403 `not-plan-writer`; 409 `plan-not-draft`; 422 `objectives-missing`, `smart-check-failed` (`errors` points at \
            `/objectives/{objectiveId}/{letter}`).""")
    @APIResponse(
            responseCode = "201",
            description = "Submitted.",
            content = @Content(schema = @Schema(implementation = StepResponse.class)))
    public Response submit(
            @PathParam("planId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid StepRequest request) {
        return idempotency.once(
                key, request, () -> deciding.submit(id, ifMatch, request.comment()), DecisionsResource::created);
    }

    @POST
    @Path("/approvals")
    @RolesAllowed(Roles.TEAM_LEADER)
    @Operation(operationId = "approveAccountPlan", summary = "Approve the submitted draft", description = """
            It comes into force as an immutable version. For the leader of the relationship manager's team, who neither owns, \
            wrote nor submitted it. Publishes `account-plan.approved` and `account-plan.version-published`. Codes: \
            403 `not-plan-approver`, `four-eyes`; 409 `plan-not-submitted`; 422 `sign-off-missing` (`errors` points at \
            `/contributions/{productLine}`), `smart-check-failed`.""")
    @APIResponse(
            responseCode = "201",
            description = "Approved.",
            content = @Content(schema = @Schema(implementation = StepResponse.class)))
    public Response approve(
            @PathParam("planId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid StepRequest request) {
        return idempotency.once(
                key, request, () -> deciding.approve(id, ifMatch, request.comment()), DecisionsResource::created);
    }

    @POST
    @Path("/rejections")
    @RolesAllowed(Roles.TEAM_LEADER)
    @Operation(operationId = "rejectAccountPlan", summary = "Send the submitted draft back", description = """
            It is a draft again. For the leader of the relationship manager's team, who neither owns, wrote nor submitted it. \
            Publishes `account-plan.rejected`. Codes: 403 `not-plan-approver`, `four-eyes`; 409 `plan-not-submitted`.""")
    @APIResponse(
            responseCode = "201",
            description = "Sent back.",
            content = @Content(schema = @Schema(implementation = StepResponse.class)))
    public Response reject(
            @PathParam("planId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RejectionRequest request) {
        return idempotency.once(
                key, request, () -> deciding.reject(id, ifMatch, request.comment()), DecisionsResource::created);
    }

    @POST
    @Path("/recalls")
    @Operation(operationId = "recallAccountPlan", summary = "Take the submitted draft back", description = """
            It is a draft again. For those who write the plan, before a decision. Publishes `account-plan.recalled`. Codes: \
            403 `not-plan-writer`; 409 `plan-not-submitted`.""")
    @APIResponse(
            responseCode = "201",
            description = "Taken back.",
            content = @Content(schema = @Schema(implementation = StepResponse.class)))
    public Response recall(
            @PathParam("planId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid StepRequest request) {
        return idempotency.once(
                key, request, () -> deciding.recall(id, ifMatch, request.comment()), DecisionsResource::created);
    }

    @POST
    @Path("/archivals")
    @Operation(operationId = "archiveAccountPlan", summary = "Close the plan for good", description = """
            Versions stay readable; client and period are free for another plan; specialists who were asked see the client no \
            longer. Publishes `account-plan.archived`. Codes: 403 `not-plan-writer`; 409 `plan-submitted`, \
            `plan-archived`.""")
    @APIResponse(
            responseCode = "201",
            description = "Archived.",
            content = @Content(schema = @Schema(implementation = StepResponse.class)))
    public Response archive(
            @PathParam("planId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid StepRequest request) {
        return idempotency.once(
                key, request, () -> deciding.archive(id, ifMatch, request.comment()), DecisionsResource::created);
    }

    private static Reply created(DecidingOnPlans.Taken taken) {
        return Reply.created(StepResponse.path(taken.step()), StepResponse.from(taken.step()))
                .withTag(taken.plan());
    }
}
