package io.clientele.loyalty.transfer.api;

import io.clientele.loyalty.ledger.Transfers;
import io.clientele.loyalty.transfer.TransferringPoints;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code .../members/{memberId}/transfers}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}/transfers")
@Tag(name = "Points")
@RunOnVirtualThread
@Transactional
class TransfersResource {

    private final TransferringPoints transferring;
    private final Idempotency idempotency;

    TransfersResource(TransferringPoints transferring, Idempotency idempotency) {
        this.transferring = transferring;
        this.idempotency = idempotency;
    }

    /** A transfer as callers see it. */
    @Schema(name = "Transfer", description = "Points given to another member.")
    record TransferResponse(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e11000b")
            UUID transferId,

            @Schema(description = "The giver's transaction.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e11000c")
            UUID outTransactionId,

            @Schema(description = "The receiver's transaction.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e11000d")
            UUID inTransactionId,

            @Schema(description = "Points the giver can spend after it.", examples = "412")
            long available) {

        static TransferResponse from(Transfers.Made made) {
            return new TransferResponse(
                    made.transferId(), made.outTransactionId(), made.inTransactionId(), made.available());
        }
    }

    @POST
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.SERVICE_AGENT})
    @Operation(summary = "Give points to another member", description = """
                    Earliest expiry first; every lot keeps its age, expiry, rule and source at the receiver's. 409 `insufficient-points`, \
                    `transfers-not-allowed`, `member-not-active`, `programme-not-active`.""")
    @APIResponse(
            responseCode = "201",
            description = "Given; `Location` is the giver's transaction.",
            content = @Content(schema = @Schema(implementation = TransferResponse.class)))
    public Response transferPoints(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") @Parameter(description = "Id of the member who gives.") UUID memberId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid TransferRequest request) {
        return idempotency.onceWithKey(
                key,
                request,
                () -> transferring.give(
                        programmeId, memberId, request.toMemberId(), request.currency(), request.points()),
                made -> Reply.created(
                        "/v1/loyalty-programmes/" + programmeId + "/members/" + memberId + "/transactions/"
                                + made.outTransactionId(),
                        TransferResponse.from(made)));
    }
}
