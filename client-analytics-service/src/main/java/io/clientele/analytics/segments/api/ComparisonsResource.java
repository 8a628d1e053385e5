package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.ComparingSegments;
import io.clientele.platform.caller.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
}
