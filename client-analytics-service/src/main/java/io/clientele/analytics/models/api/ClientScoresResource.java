package io.clientele.analytics.models.api;

import io.clientele.analytics.clients.Clients;
import io.clientele.analytics.scores.Scores;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/clients/{id}/scores")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clients")
class ClientScoresResource {

    private final Clients clients;
    private final Scores scores;

    ClientScoresResource(Clients clients, Scores scores) {
        this.clients = clients;
        this.scores = scores;
    }

    @GET
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.SERVICE_AGENT,
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listClientScores",
            summary = "List the scores of a client",
            description = "The newest in force of each model. 404 outside the caller's book.")
    @APIResponse(responseCode = "200", description = "The scores.")
    public Page<ClientScoreResponse> list(
            @PathParam("id") @Parameter(description = "The bank's own client number.", example = "10482") String id) {
        clients.get(id);
        return new Page<>(
                scores.ofClient(id).stream().map(ClientScoreResponse::from).toList(), null);
    }
}
