package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.contact.Contacts;
import io.clientele.accountplan.contact.RelationshipMap;
import io.clientele.platform.caller.Roles;
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

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/clients/{clientId}/relationship-map")
@RunOnVirtualThread
@Tag(name = "Contacts")
class RelationshipMapResource {

    private final Clients clients;
    private final Contacts contacts;

    RelationshipMapResource(Clients clients, Contacts contacts) {
        this.clients = clients;
        this.contacts = contacts;
    }

    @GET
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(operationId = "getRelationshipMap", summary = "Show the relationship map of a client", description = """
            The contacts with their influence on each other, and a verdict on how we stand with those who count. It names \
            nobody.""")
    @APIResponse(responseCode = "200", description = "The map.")
    public MapResponse show(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId) {
        clients.requireVisible(clientId);
        return MapResponse.from(RelationshipMap.of(contacts.of(clientId)));
    }
}
