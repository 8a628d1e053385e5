package io.clientele.accountplan.commitment.api;

import io.clientele.accountplan.commitment.Commitment;
import io.clientele.accountplan.commitment.Commitments;
import io.clientele.accountplan.commitment.Deliveries;
import io.clientele.accountplan.commitment.WritingCommitments;
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
@Path(AccountPlan.PATH + "/{planId}/commitments")
@RunOnVirtualThread
@Tag(name = "Commitments", description = """
            The bargain between credit and other business. A condition the bank imposes on credit, outside the traditional \
            bank products, waits for compliance.""")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class CommitmentsResource {

    private final AccountPlans plans;
    private final Commitments commitments;
    private final WritingCommitments writing;
    private final Idempotency idempotency;
    private final Deliveries deliveries;

    CommitmentsResource(
            AccountPlans plans,
            Commitments commitments,
            WritingCommitments writing,
            Idempotency idempotency,
            Deliveries deliveries) {
        this.plans = plans;
        this.commitments = commitments;
        this.writing = writing;
        this.idempotency = idempotency;
        this.deliveries = deliveries;
    }

    @POST
    @Operation(operationId = "addCommitment", summary = "Add a commitment", description = """
            Codes: 403 `not-plan-writer`; 409 `plan-archived`; 422 `product-line-unknown`, `commitment-invalid`.""")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = CommitmentResponse.class)))
    public Response add(
            @PathParam("planId") UUID planId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid CommitmentRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.add(planId, request.terms()),
                added -> Reply.created(added.path(), CommitmentResponse.from(added))
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
            operationId = "listCommitments",
            summary = "List the commitments of a plan",
            description = "In the order they were added.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<CommitmentResponse> list(@PathParam("planId") UUID planId, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(planId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(commitments.page(plan, seek), item -> item.id().toString(), CommitmentResponse::from);
    }

    @GET
    @Path("/{commitmentId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getCommitment",
            summary = "Show a commitment",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = CommitmentResponse.class)))
    public Response show(@PathParam("planId") UUID planId, @PathParam("commitmentId") UUID id) {
        Commitment found = commitments.get(plans.get(planId), id);
        return Reply.ok(CommitmentResponse.from(found)).withTag(found).toResponse();
    }

    @PUT
    @Path("/{commitmentId}")
    @Operation(operationId = "changeCommitment", summary = "Change a commitment", description = """
            Replaces what it says. Codes: 403 `not-plan-writer`; 409 `plan-archived`; 422 `product-line-unknown`, \
            `commitment-invalid`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = CommitmentResponse.class)))
    public Response change(
            @PathParam("planId") UUID planId,
            @PathParam("commitmentId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid CommitmentRequest request) {
        Commitment changed = writing.change(planId, id, ifMatch, request.terms());
        return Reply.ok(CommitmentResponse.from(changed)).withTag(changed).toResponse();
    }

    @DELETE
    @Path("/{commitmentId}")
    @Operation(operationId = "removeCommitment", summary = "Remove a commitment", description = """
            Approved versions keep it. Codes: 403 `not-plan-writer`; 409 `plan-archived`; 422 `product-line-unknown`, \
            `commitment-invalid`.""")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("planId") UUID planId,
            @PathParam("commitmentId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        writing.remove(planId, id, ifMatch);
    }

    @POST
    @Path("/{commitmentId}/compliance-approvals")
    @RolesAllowed(Roles.COMPLIANCE)
    @Operation(
            operationId = "approveCommitment",
            summary = "Approve a condition the bank imposes on credit",
            description = """
            For compliance, on a commitment that waits for it; a later change of what it says voids the approval. Codes: 403 \
            `four-eyes`; 409 `approval-not-needed`, `plan-archived`.""")
    @APIResponse(
            responseCode = "201",
            description = "Approved.",
            content = @Content(schema = @Schema(implementation = CommitmentResponse.class)))
    public Response approve(
            @PathParam("planId") UUID planId,
            @PathParam("commitmentId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ApprovalRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.approve(planId, id, ifMatch, request.comment()),
                approved -> Reply.created(approved.path(), CommitmentResponse.from(approved))
                        .withTag(approved));
    }

    @GET
    @Path("/{commitmentId}/delivery")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(operationId = "getDelivery", summary = "Show what came of a commitment", description = """
            Revenue of the client, and of the companies under it that you may see, with the product line, against the \
            promise pro rata to the whole months that have ended. 422 `fx-rate-missing`.""")
    @APIResponse(responseCode = "200", description = "The delivery.")
    public DeliveryResponse delivery(@PathParam("planId") UUID planId, @PathParam("commitmentId") UUID id) {
        AccountPlan plan = plans.get(planId);
        return DeliveryResponse.from(deliveries.of(plan, commitments.get(plan, id)));
    }
}
