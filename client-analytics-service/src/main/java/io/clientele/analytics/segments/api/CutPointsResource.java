package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.CuttingRankings;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/segments/{segmentId}/cut-points")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER, Roles.COMPLIANCE, Roles.AUDITOR})
@Tag(name = "Segments")
class CutPointsResource {

    private static final int MOST = 100;

    private final CuttingRankings cutting;

    CutPointsResource(CuttingRankings cutting) {
        this.cutting = cutting;
    }

    @GET
    @Operation(
            operationId = "listSegmentCutPoints",
            summary = "List the cut points of a segment's percentiles",
            description = "Of the rule in force, at most 100 computations, the newest first.")
    @APIResponse(responseCode = "200", description = "The computations.")
    public Page<CutPointsResponse> list(@PathParam("segmentId") UUID segmentId) {
        List<CutPointsResponse> newest = cutting.of(segmentId).stream()
                .limit(MOST)
                .map(CutPointsResponse::from)
                .toList();
        return new Page<>(newest, null);
    }
}
