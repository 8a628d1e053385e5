package io.clientele.loyalty.member.api;

import io.clientele.loyalty.member.MemberBatch;
import io.clientele.loyalty.member.MemberBatches;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/loyalty-programmes/{programmeId}/members/batches}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/batches")
@Tag(name = "Members")
@RunOnVirtualThread
@Transactional
@RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.AUDITOR})
class MemberBatchesResource {

    private final MemberBatches batches;
    private final Idempotency idempotency;

    MemberBatchesResource(MemberBatches batches, Idempotency idempotency) {
        this.batches = batches;
        this.idempotency = idempotency;
    }

    /** A batch as callers see it. */
    @Schema(name = "MemberBatch", description = "A command to enrol many clients, and how far it is.")
    record BatchResponse(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110004")
            UUID id,

            @Schema(examples = "COMPLETED") MemberBatch.State state,

            @Schema(description = "Segment whose members were taken.") @Nullable
            UUID segmentId,

            @Schema(description = "Clients it is about.", examples = "523")
            long clients,

            @Schema(description = "Clients who became members by it.", examples = "521")
            long enrolled,

            @Schema(description = "Clients who were members before.", examples = "2")
            long alreadyMembers,

            @Schema(description = "Clients not known here.", examples = "0")
            long unknownClients,

            @Schema(description = "Clients the terms did not let in.", examples = "0")
            long notEligible,

            @Schema(
                    description = "Clients whose turn had not come when the programme stopped enrolling.",
                    examples = "0")
            long late,

            @Schema(examples = "olga.operator") String createdBy,
            java.time.Instant createdAt,
            java.time.@Nullable Instant finishedAt) {

        static BatchResponse from(MemberBatch batch) {
            return new BatchResponse(
                    batch.id(),
                    batch.state(),
                    batch.segmentId(),
                    batch.clients(),
                    batch.enrolled(),
                    batch.alreadyMembers(),
                    batch.unknownClients(),
                    batch.notEligible(),
                    batch.late(),
                    batch.createdBy(),
                    batch.createdAt(),
                    batch.finishedAt());
        }
    }

    /** One client of a batch as callers see it. */
    @Schema(name = "MemberBatchLine", description = "What became of one client of a batch.")
    record LineResponse(
            @Schema(examples = "1787") String clientId,

            @Schema(description = "Absent while its turn has not come.", examples = "ENROLLED")
            MemberBatch.@Nullable Outcome outcome) {

        static LineResponse from(MemberBatch.Line line) {
            return new LineResponse(line.clientId(), line.outcome());
        }
    }

    @POST
    @RolesAllowed(Roles.LOYALTY_OPERATOR)
    @Operation(
            summary = "Enrol many clients",
            description =
                    "Takes all clients of a segment, or those named, and enrols them in the background; the batch shows progress and a report. 409 `programme-not-active`; 422 `terms-not-accepted`, `terms-unknown`.")
    @APIResponse(
            responseCode = "202",
            description = "Taken; its path is in `Location`.",
            content = @Content(schema = @Schema(implementation = BatchResponse.class)))
    public Response enrolMembers(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid BatchRequest request) {
        List<String> named = request.namedClients();
        return idempotency.once(
                key,
                request,
                () -> batches.take(programmeId, request.segmentId(), named, request.acceptedTerms()),
                batch -> Reply.accepted(batch.link(), BatchResponse.from(batch)));
    }

    @GET
    @Path("/{batchId}")
    @Operation(summary = "Read a batch", description = "State and counts.")
    @APIResponse(responseCode = "200", description = "The batch.")
    public BatchResponse getMemberBatch(
            @PathParam("programmeId") UUID programmeId, @PathParam("batchId") UUID batchId) {
        return BatchResponse.from(batches.get(programmeId, batchId));
    }

    @GET
    @Path("/{batchId}/clients")
    @Operation(
            summary = "Report of a batch",
            description = "What became of each client, in the order of client numbers.")
    @APIResponse(responseCode = "200", description = "A page of clients.")
    public Page<LineResponse> listMemberBatchClients(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("batchId") UUID batchId,
            @Parameter(
                            description = "Only clients with this outcome.",
                            schema = @Schema(implementation = MemberBatch.Outcome.class))
                    @QueryParam("outcome")
                    @Nullable
                    String outcome,
            @BeanParam PageRequest page) {
        PageRequest.Seek seek = page.seek(Collections.singletonMap("outcome", outcome));
        batches.get(programmeId, batchId);
        return seek.page(
                batches.lines(
                        batchId, seek.filter("outcome", MemberBatch.Outcome::valueOf), seek.after(), seek.fetch()),
                MemberBatch.Line::clientId,
                LineResponse::from);
    }
}
