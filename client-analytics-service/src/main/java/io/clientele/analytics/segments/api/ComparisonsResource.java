package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.ComparingSegments;
import io.clientele.platform.caller.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/segments/{segmentId}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER, Roles.COMPLIANCE, Roles.AUDITOR})
@Tag(name = "Segment comparisons", description = "A segment beside the others: whom they share, and what hangs on it.")
class ComparisonsResource {

    private final ComparingSegments comparing;

    ComparisonsResource(ComparingSegments comparing) {
        this.comparing = comparing;
    }

    @GET
    @Path("/overlap")
    @Operation(
            operationId = "getSegmentOverlap",
            summary = "See which segments share members",
            description = "Counted now, exactly.")
    @APIResponse(responseCode = "200", description = "The members, and the segments that share most of them.")
    public OverlapResponse overlap(@PathParam("segmentId") UUID segmentId) {
        return OverlapResponse.from(comparing.overlap(segmentId));
    }

    @GET
    @Path("/impact")
    @Operation(
            operationId = "getSegmentImpact",
            summary = "See what retiring a segment would touch",
            description = "Who would leave, and which segments ask for its members, directly or through others.")
    @APIResponse(responseCode = "200", description = "What would be touched.")
    public ImpactResponse impact(@PathParam("segmentId") UUID segmentId) {
        return ImpactResponse.from(comparing.impact(segmentId));
    }

    @GET
    @Path("/drift")
    @Operation(operationId = "getSegmentDrift", summary = "See how the mix of members has changed", description = """
                    Population stability index of the members now against those at an instant, by a field of their records as they are \
                    today. Half a client is added to each group, so that a new group has a finite index.""")
    @APIResponse(responseCode = "200", description = "The index, its band and the groups.")
    public DriftResponse drift(
            @PathParam("segmentId") UUID segmentId,
            @QueryParam("by")
                    @DefaultValue("tier")
                    @Parameter(
                            description = "Field: type, domicile, branch, team, tier, kycStatus or nace.",
                            example = "tier")
                    String by,
            @QueryParam("since")
                    @Parameter(
                            description = "The instant compared with, RFC 3339; 30 days ago when absent.",
                            schema = @Schema(format = "date-time"),
                            example = "1994-03-31T22:00:00Z")
                    @Nullable
                    String since) {
        return DriftResponse.from(comparing.drift(segmentId, by, Instants.parameter(since, "since")));
    }
}
