package io.clientele.loyalty.correction.api;

import io.clientele.loyalty.correction.AdjustingPoints;
import io.clientele.loyalty.correction.Adjustment;
import io.clientele.loyalty.correction.Adjustment.Proposal;
import io.clientele.loyalty.correction.Adjustments;
import io.clientele.loyalty.programme.Programmes;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/loyalty-programmes/{programmeId}/adjustments}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/adjustments")
@Tag(name = "Corrections")
@RunOnVirtualThread
@Transactional
@RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.FINANCE, Roles.COMPLIANCE, Roles.AUDITOR})
class AdjustmentsResource {

    private final AdjustingPoints adjusting;
    private final Adjustments adjustments;
    private final Programmes programmes;
    private final Idempotency idempotency;

    AdjustmentsResource(
            AdjustingPoints adjusting, Adjustments adjustments, Programmes programmes, Idempotency idempotency) {
        this.adjusting = adjusting;
        this.adjustments = adjustments;
        this.programmes = programmes;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.LOYALTY_OPERATOR})
    @Operation(summary = "Adjust points by hand", description = """
                    Up to the programme's `adjustmentLimit` the points move at once (`POSTED`); above it the adjustment waits for a second person \
                    (`PROPOSED`). 409 `insufficient-points`, `programme-closed`; 422 `currency-unknown`.""")
    @APIResponse(
            responseCode = "201",
            description = "Posted or proposed.",
            content = @Content(schema = @Schema(implementation = AdjustmentResponse.class)))
    public Response adjustPoints(
            @PathParam("programmeId") UUID programmeId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid AdjustmentRequest request) {
        Proposal proposal = request.toProposal();
        return done(key, request, () -> adjusting.propose(programmeId, request.memberId(), proposal));
    }

    @GET
    @Operation(summary = "List adjustments", description = "Of the programme, oldest first.")
    @APIResponse(responseCode = "200", description = "A page of adjustments.")
    public Page<AdjustmentResponse> listAdjustments(
            @PathParam("programmeId") UUID programmeId,
            @Parameter(
                            description = "Only adjustments in this state.",
                            schema = @Schema(implementation = Adjustment.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        programmes.get(programmeId);
        PageRequest.Seek seek = page.seek(Collections.singletonMap("state", state));
        return seek.page(
                adjustments.page(
                        programmeId,
                        seek.filter("state", Adjustment.State::valueOf),
                        seek.after(UUID::fromString),
                        seek.fetch()),
                adjustment -> adjustment.id().toString(),
                AdjustmentResponse::from);
    }

    @GET
    @Path("/{adjustmentId}")
    @Operation(summary = "Read an adjustment", description = "With its entity tag.")
    @APIResponse(
            responseCode = "200",
            description = "The adjustment.",
            content = @Content(schema = @Schema(implementation = AdjustmentResponse.class)))
    public Response getAdjustment(
            @PathParam("programmeId") UUID programmeId, @PathParam("adjustmentId") UUID adjustmentId) {
        Adjustment adjustment = adjustments.get(programmeId, adjustmentId);
        return Reply.ok(AdjustmentResponse.from(adjustment)).withTag(adjustment).toResponse();
    }

    @POST
    @Path("/{adjustmentId}/approvals")
    @RolesAllowed({Roles.LOYALTY_APPROVER})
    @Operation(
            summary = "Approve an adjustment",
            description =
                    "Moves the points. 403 `four-eyes` for who proposed it; 409 `adjustment-decided`, `insufficient-points`, `programme-closed`.")
    @APIResponse(
            responseCode = "201",
            description = "The adjustment, posted.",
            content = @Content(schema = @Schema(implementation = AdjustmentResponse.class)))
    public Response approveAdjustment(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("adjustmentId") UUID adjustmentId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key) {
        return done(key, "approval", () -> adjusting.approve(programmeId, adjustmentId, ifMatch));
    }

    @POST
    @Path("/{adjustmentId}/rejections")
    @RolesAllowed({Roles.LOYALTY_APPROVER})
    @Operation(
            summary = "Reject an adjustment",
            description = "No points move. 403 `four-eyes` for who proposed it; 409 `adjustment-decided`.")
    @APIResponse(
            responseCode = "201",
            description = "The adjustment, rejected.",
            content = @Content(schema = @Schema(implementation = AdjustmentResponse.class)))
    public Response rejectAdjustment(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("adjustmentId") UUID adjustmentId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key) {
        return done(key, "rejection", () -> adjusting.reject(programmeId, adjustmentId, ifMatch));
    }

    private Response done(@Nullable String key, Object request, Supplier<Adjustment> command) {
        return idempotency.onceWithKey(
                key,
                request,
                command,
                adjustment -> Reply.created(adjustment.link(), AdjustmentResponse.from(adjustment))
                        .withTag(adjustment));
    }
}
