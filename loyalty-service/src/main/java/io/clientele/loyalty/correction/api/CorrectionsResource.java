package io.clientele.loyalty.correction.api;

import io.clientele.loyalty.correction.CorrectingTransactions;
import io.clientele.loyalty.correction.CorrectingTransactions.Extent;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code .../members/{memberId}/transactions/{transactionId}/...}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}/transactions/{transactionId}")
@Tag(name = "Corrections", description = "Putting points right: reversals, activations, reinstatements, adjustments.")
@RunOnVirtualThread
@Transactional
@RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.SYSTEM})
class CorrectionsResource {

    private final CorrectingTransactions correcting;
    private final Idempotency idempotency;

    CorrectionsResource(CorrectingTransactions correcting, Idempotency idempotency) {
        this.correcting = correcting;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/reversals")
    @Operation(summary = "Reverse an earning", description = """
                    Takes an earning back, in whole or in part, by the version of the programme that judged it and its reversal policy: first what of \
                    its own points is pending, can be spent or has expired, then others in the order of spending; what is missing is owed, and later \
                    credits go there first. Partial reversals add up and the last takes the remainder. Room in a cap comes back within the cap's own \
                    period. 409 `not-an-earning`, `already-reversed`, `already-counted`, `exceeds-remaining`, `not-pending`, `nothing-to-take`; \
                    422 `amount-unknown`, `exceeds-amount`.""")
    @APIResponse(
            responseCode = "201",
            description = "Reversed.",
            content = @Content(schema = @Schema(implementation = CorrectionResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "The amount paid back is noted and costs no points yet.",
            content = @Content(schema = @Schema(implementation = CorrectionResponse.class)))
    public Response reverseTransaction(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @PathParam("transactionId") @Parameter(description = "Id of the earning.") UUID transactionId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReversalRequest request) {
        Extent extent = request.toExtent();
        return idempotency.onceWithKey(
                key,
                request,
                () -> correcting.reverse(programmeId, memberId, transactionId, extent, request.sourceId()),
                reversal -> reply(programmeId, memberId, CorrectionResponse.from(reversal)));
    }

    @POST
    @Path("/activations")
    @Operation(
            summary = "Activate pending points",
            description =
                    "The points of an earning that wait for an event can be spent from now on. 409 `nothing-pending`.")
    @APIResponse(
            responseCode = "201",
            description = "Activated.",
            content = @Content(schema = @Schema(implementation = CorrectionResponse.class)))
    public Response activateTransaction(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @PathParam("transactionId") @Parameter(description = "Id of the earning.") UUID transactionId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.onceWithKey(
                key,
                "activation",
                () -> correcting.activate(programmeId, memberId, transactionId),
                activated -> reply(programmeId, memberId, CorrectionResponse.from(activated)));
    }

    @POST
    @Path("/reinstatements")
    @RolesAllowed({Roles.LOYALTY_OPERATOR})
    @Operation(
            summary = "Reinstate expired points",
            description =
                    "The points of an expiry come back and live to the end of the day named, within the days the programme's policy allows. 409 `not-reinstatable`, `reinstatement-too-late`.")
    @APIResponse(
            responseCode = "201",
            description = "Reinstated.",
            content = @Content(schema = @Schema(implementation = CorrectionResponse.class)))
    public Response reinstateTransaction(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @PathParam("transactionId") @Parameter(description = "Id of the expiry.") UUID transactionId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReinstatementRequest request) {
        LocalDate lastDay = request.checkedLastDay();
        return idempotency.onceWithKey(
                key,
                request,
                () -> correcting.reinstate(programmeId, memberId, transactionId, lastDay),
                reinstated -> reply(programmeId, memberId, CorrectionResponse.from(reinstated)));
    }

    private static Reply reply(UUID programmeId, UUID memberId, CorrectionResponse body) {
        return body.transactionId() == null
                ? Reply.ok(body)
                : Reply.created(
                        "/v1/loyalty-programmes/" + programmeId + "/members/" + memberId + "/transactions/"
                                + body.transactionId(),
                        body);
    }
}
