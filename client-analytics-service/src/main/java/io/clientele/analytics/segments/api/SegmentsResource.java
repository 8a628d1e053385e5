package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.DraftingSegments;
import io.clientele.analytics.segments.PreviewingSegments;
import io.clientele.analytics.segments.PuttingSegmentsInForce;
import io.clientele.analytics.segments.Segment;
import io.clientele.analytics.segments.SegmentState;
import io.clientele.analytics.segments.Segments;
import io.clientele.analytics.segments.membership.Calculations;
import io.clientele.analytics.segments.rules.RuleReader;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.clientele.platform.problem.ProblemException;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/segments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Segments", description = "Governed groups of clients, and the rules that say who belongs to them.")
@RolesAllowed(Roles.ANALYST)
class SegmentsResource {

    private final Segments segments;
    private final DraftingSegments drafting;
    private final PuttingSegmentsInForce inForce;
    private final PreviewingSegments previewing;
    private final Calculations calculations;
    private final Idempotency idempotency;

    SegmentsResource(
            Segments segments,
            DraftingSegments drafting,
            PuttingSegmentsInForce inForce,
            PreviewingSegments previewing,
            Calculations calculations,
            Idempotency idempotency) {
        this.segments = segments;
        this.drafting = drafting;
        this.inForce = inForce;
        this.previewing = previewing;
        this.calculations = calculations;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "draftSegment", summary = "Draft a segment", description = """
                    Makes a segment with version 1 as a draft. It has no members before a version was approved by a second \
                    person and took effect. Codes: 409 `already-exists:segment-name-uq`; 422 `segment-rule-invalid`, whose \
                    `errors` point to each bad node and say what is allowed there.""")
    @APIResponse(
            responseCode = "201",
            description = "Drafted.",
            content = @Content(schema = @Schema(implementation = SegmentResponse.class)))
    public Response draft(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid SegmentRequest request) {
        return idempotency.once(
                key,
                request,
                () -> drafting.draft(request.name(), request.description(), request.draft()),
                segment -> Reply.created(segment.link(), SegmentResponse.from(segment))
                        .withTag(segment));
    }

    @GET
    @Transactional
    @RolesAllowed({
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER,
        Roles.RELATIONSHIP_MANAGER,
        Roles.PRODUCT_SPECIALIST,
        Roles.TEAM_LEADER,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listSegments",
            summary = "List segments",
            description = "In the order in which they were made.")
    @APIResponse(responseCode = "200", description = "One page of segments.")
    public Page<SegmentResponse> list(
            @BeanParam PageRequest page,
            @QueryParam("state") @Parameter(description = "Only those in this state.", example = "ACTIVE") @Nullable
                    SegmentState state) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("state", state == null ? null : state.name());
        PageRequest.Seek seek = page.seek(filters);
        String held = seek.filter("state");
        return seek.page(
                segments.list(held == null ? null : Cursors.state(held), Cursors.uuid(seek.after()), seek.fetch()),
                segment -> segment.id().toString(),
                SegmentResponse::from);
    }

    @GET
    @Path("/{segmentId}")
    @Transactional
    @RolesAllowed({
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER,
        Roles.RELATIONSHIP_MANAGER,
        Roles.PRODUCT_SPECIALIST,
        Roles.TEAM_LEADER,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "showSegment",
            summary = "Show a segment",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "The segment.",
            content = @Content(schema = @Schema(implementation = SegmentResponse.class)))
    public Response show(@PathParam("segmentId") UUID segmentId) {
        Segment segment = segments.get(segmentId);
        return Reply.ok(SegmentResponse.from(segment)).withTag(segment).toResponse();
    }

    @PUT
    @Path("/{segmentId}")
    @Operation(
            operationId = "describeSegment",
            summary = "Give a segment another name or description",
            description = "The rule stays as it is. Codes: 409 `segment-retired`, `already-exists:segment-name-uq`.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = SegmentResponse.class)))
    public Response describe(
            @PathParam("segmentId") UUID segmentId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid DescriptionRequest request) {
        return idempotency.once(
                null,
                request,
                () -> drafting.describe(segmentId, ifMatch, request.name(), request.description()),
                segment -> Reply.ok(SegmentResponse.from(segment)).withTag(segment));
    }

    @POST
    @Path("/{segmentId}/retirements")
    @RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER})
    @Operation(operationId = "retireSegment", summary = "Retire a segment for good", description = """
                    Its members leave with the cause RULE_CHANGE; see the calculation. Codes: 409 `segment-not-active`, \
                    `segment-in-use` while rules of other segments refer to it.""")
    @APIResponse(
            responseCode = "201",
            description = "Retired.",
            content = @Content(schema = @Schema(implementation = SegmentResponse.class)))
    public Response retire(
            @PathParam("segmentId") UUID segmentId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                Map.of(),
                () -> inForce.retire(segmentId, ifMatch),
                segment -> Reply.created(segment.link(), SegmentResponse.from(segment))
                        .withTag(segment));
    }

    @GET
    @Path("/{segmentId}/calculation")
    @Transactional
    @RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "showSegmentCalculation",
            summary = "Show how far the computation of everybody is",
            description = """
                    After a version took effect, or the segment was retired, every client is judged, beside live traffic and \
                    resumed after a failure. Also shows how many clients cannot be judged now, and the last error. 404 until the \
                    first version takes effect.""")
    @APIResponse(responseCode = "200", description = "The latest computation.")
    public CalculationResponse calculation(@PathParam("segmentId") UUID segmentId) {
        return calculations.find(segmentId).map(CalculationResponse::from).orElseThrow(ProblemException::notFound);
    }

    @POST
    @Path("/previews")
    @RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER})
    @Operation(operationId = "previewSegment", summary = "Try a rule out", description = """
                    Judges every client, now or as of an instant, and keeps nothing. Of the past, activity and products count as \
                    they were; other fields of the record as they are today. Codes: 422 `segment-rule-invalid`.""")
    @APIResponse(responseCode = "200", description = "Who the rule would let in.")
    public PreviewResponse preview(@NotNull @Valid PreviewRequest request) {
        return PreviewResponse.from(previewing.preview(
                RuleReader.read(request.rule(), "/rule"),
                Instants.bounded(request.asOf(), "/asOf"),
                request.sample(),
                request.asked()));
    }
}
