package io.clientele.analytics.segments.api;

import io.clientele.analytics.clients.Clients;
import io.clientele.analytics.segments.ExplainingMembership;
import io.clientele.analytics.segments.Segments;
import io.clientele.analytics.segments.membership.Membership;
import io.clientele.analytics.segments.membership.Memberships;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/segments/{segmentId}/members")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Segment members",
        description = "Who is and was in a segment, and why. Relationship managers see own clients.")
@RolesAllowed({
    Roles.ANALYST,
    Roles.PROGRAMME_MANAGER,
    Roles.RELATIONSHIP_MANAGER,
    Roles.TEAM_LEADER,
    Roles.SERVICE_AGENT,
    Roles.COMPLIANCE,
    Roles.AUDITOR
})
class MembersResource {

    private final Segments segments;
    private final Memberships memberships;
    private final Clients clients;
    private final ExplainingMembership explaining;

    MembersResource(Segments segments, Memberships memberships, Clients clients, ExplainingMembership explaining) {
        this.segments = segments;
        this.memberships = memberships;
        this.clients = clients;
        this.explaining = explaining;
    }

    @GET
    @Transactional
    @RolesAllowed({
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER,
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listSegmentMembers",
            summary = "List the members of a segment",
            description = "Those who are members now and in the caller's scope, in the order of their client numbers.")
    @APIResponse(responseCode = "200", description = "One page of members.")
    public Page<MemberResponse> list(@PathParam("segmentId") UUID segmentId, @BeanParam PageRequest page) {
        segments.get(segmentId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                memberships.members(segmentId, seek.after(), seek.fetch()), Membership::clientId, MemberResponse::from);
    }

    @GET
    @Path("/{clientId}/history")
    @Transactional
    @Operation(
            operationId = "listSegmentStays",
            summary = "List a client's stays in a segment",
            description = "The latest first.")
    @APIResponse(responseCode = "200", description = "One page of stays.")
    public Page<StayResponse> history(
            @PathParam("segmentId") UUID segmentId,
            @PathParam("clientId") @Parameter(description = "The bank's client number.", example = "1787")
                    String clientId,
            @BeanParam PageRequest page) {
        segments.get(segmentId);
        clients.get(clientId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                memberships.history(segmentId, clientId, Cursors.whole(seek.after()), seek.fetch()),
                stay -> Long.toString(stay.id()),
                StayResponse::from);
    }

    @GET
    @Path("/{clientId}/explanation")
    @Transactional
    @Operation(
            operationId = "explainSegmentMembership",
            summary = "Explain why a client is in a segment or not",
            description = """
                    Each node's verdict, with the values and activities used, by the version that was in force at that instant. Of \
                    the past, activity and products count as they were, late ones too; other fields of the record as they are \
                    today. Codes: 409 `segment-not-in-force`; 422 `as-of-in-future`.""")
    @APIResponse(responseCode = "200", description = "The verdict and its reasons.")
    @APIResponse(responseCode = "409", description = "`segment-not-in-force`: no version was in force at that instant.")
    @APIResponse(responseCode = "422", description = "`as-of-in-future`, or `invalid-field` outside 1970 to 2199.")
    public ExplanationResponse explain(
            @PathParam("segmentId") UUID segmentId,
            @PathParam("clientId") @Parameter(description = "The bank's client number.", example = "1787")
                    String clientId,
            @QueryParam("asOf")
                    @Parameter(
                            description = "RFC 3339 time, not after now; now when absent.",
                            example = "1994-03-31T22:00:00Z")
                    @Nullable
                    String asOf) {
        segments.get(segmentId);
        clients.get(clientId);
        return ExplanationResponse.from(explaining.explain(segmentId, clientId, Instants.parameter(asOf, "asOf")));
    }
}
