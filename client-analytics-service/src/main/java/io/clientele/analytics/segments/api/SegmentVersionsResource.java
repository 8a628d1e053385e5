package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.DraftingSegments;
import io.clientele.analytics.segments.ReviewingSegments;
import io.clientele.analytics.segments.RuleText;
import io.clientele.analytics.segments.SegmentVersions;
import io.clientele.analytics.segments.Segments;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/segments/{segmentId}/versions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Segment versions", description = "Versions of a segment's rule, from draft through review to force.")
@RolesAllowed(Roles.ANALYST)
class SegmentVersionsResource {

    private final Segments segments;
    private final SegmentVersions versions;
    private final DraftingSegments drafting;
    private final ReviewingSegments reviewing;
    private final RuleText rules;
    private final Idempotency idempotency;

    SegmentVersionsResource(
            Segments segments,
            SegmentVersions versions,
            DraftingSegments drafting,
            ReviewingSegments reviewing,
            RuleText rules,
            Idempotency idempotency) {
        this.segments = segments;
        this.versions = versions;
        this.drafting = drafting;
        this.reviewing = reviewing;
        this.rules = rules;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "draftSegmentVersion", summary = "Draft the next version", description = """
                    The version in force stays so until the new one takes effect. Codes: 409 `segment-version-in-preparation`, \
                    `segment-retired`; 422 `segment-rule-invalid`.""")
    @APIResponse(
            responseCode = "201",
            description = "Drafted.",
            content = @Content(schema = @Schema(implementation = VersionResponse.class)))
    public Response draft(
            @PathParam("segmentId") UUID segmentId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid VersionRequest request) {
        return idempotency.once(
                key,
                request,
                () -> drafting.draftNext(segmentId, request.draft()),
                version -> VersionResponse.created(version, rules));
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
            operationId = "listSegmentVersions",
            summary = "List the versions of a segment",
            description = "The newest first.")
    @APIResponse(responseCode = "200", description = "One page of versions.")
    public Page<VersionResponse> list(@PathParam("segmentId") UUID segmentId, @BeanParam PageRequest page) {
        segments.get(segmentId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                versions.list(segmentId, Cursors.integer(seek.after()), seek.fetch()),
                version -> Integer.toString(version.number()),
                version -> VersionResponse.from(version, rules));
    }

    @GET
    @Path("/{number}")
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
            operationId = "showSegmentVersion",
            summary = "Show a version",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "The version.",
            content = @Content(schema = @Schema(implementation = VersionResponse.class)))
    public Response show(
            @PathParam("segmentId") UUID segmentId,
            @PathParam("number") @Parameter(description = "Number of the version.", example = "1") int number) {
        return VersionResponse.reply(versions.get(segmentId, number), rules).toResponse();
    }

    @PUT
    @Path("/{number}")
    @Operation(
            operationId = "redraftSegmentVersion",
            summary = "Rewrite a draft",
            description = "Codes: 409 `segment-version-state` unless it is a draft; 422 `segment-rule-invalid`.")
    @APIResponse(
            responseCode = "200",
            description = "Rewritten.",
            content = @Content(schema = @Schema(implementation = VersionResponse.class)))
    public Response redraft(
            @PathParam("segmentId") UUID segmentId,
            @PathParam("number") @Parameter(description = "Number of the version.", example = "1") int number,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid VersionRequest request) {
        return idempotency.once(
                null,
                request,
                () -> drafting.redraft(segmentId, number, ifMatch, request.draft()),
                version -> VersionResponse.reply(version, rules));
    }

    @POST
    @Path("/{number}/reviews")
    @Operation(
            operationId = "submitSegmentVersion",
            summary = "Submit a draft for review",
            description = "Codes: 409 `segment-version-state` unless it is a draft.")
    @APIResponse(
            responseCode = "201",
            description = "In review.",
            content = @Content(schema = @Schema(implementation = VersionResponse.class)))
    public Response submit(
            @PathParam("segmentId") UUID segmentId,
            @PathParam("number") @Parameter(description = "Number of the version.", example = "1") int number,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                Map.of(),
                () -> reviewing.submit(segmentId, number, ifMatch),
                version -> VersionResponse.created(version, rules));
    }

    @POST
    @Path("/{number}/approvals")
    @RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER})
    @Operation(operationId = "approveSegmentVersion", summary = "Approve a version", description = """
                    By somebody who had no hand in it. It takes effect at its effective date, at once if that has come; then \
                    everybody is computed, and members who no longer match leave. Codes: 403 `four-eyes`; 409 \
                    `segment-version-state`, `segment-retired`; 422 `segment-rule-invalid` when the rule would close a cycle.""")
    @APIResponse(
            responseCode = "201",
            description = "Approved, and in force if its date has come.",
            content = @Content(schema = @Schema(implementation = VersionResponse.class)))
    @APIResponse(responseCode = "422", description = "`segment-rule-invalid`: the rule would close a cycle.")
    public Response approve(
            @PathParam("segmentId") UUID segmentId,
            @PathParam("number") @Parameter(description = "Number of the version.", example = "1") int number,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                Map.of(),
                () -> reviewing.approve(segmentId, number, ifMatch),
                version -> VersionResponse.created(version, rules));
    }

    @POST
    @Path("/{number}/rejections")
    @RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER})
    @Operation(operationId = "rejectSegmentVersion", summary = "Send a version back", description = """
                    It is a draft again. Possible in review, and after approval until it takes effect. Codes: 409 \
                    `segment-version-state`.""")
    @APIResponse(
            responseCode = "201",
            description = "A draft again.",
            content = @Content(schema = @Schema(implementation = VersionResponse.class)))
    public Response reject(
            @PathParam("segmentId") UUID segmentId,
            @PathParam("number") @Parameter(description = "Number of the version.", example = "1") int number,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RejectionRequest request) {
        return idempotency.once(
                key,
                request,
                () -> reviewing.reject(segmentId, number, ifMatch, request.reason()),
                version -> VersionResponse.created(version, rules));
    }
}
