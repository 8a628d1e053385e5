package io.clientele.accountplan.clients.api;

import io.clientele.accountplan.clients.Clients;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.problem.ProblemException;
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
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/clients")
@RunOnVirtualThread
@Tag(name = "Clients", description = "Reference data of clients, kept in step with client-analytics by event.")
class ClientsResource {

    private final Clients clients;

    ClientsResource(Clients clients) {
        this.clients = clients;
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
    @Operation(operationId = "listClients", summary = "List the clients of the own book", description = """
                    In the order of their client numbers. A relationship manager sees own clients, a team leader those of \
                    the led teams, a product specialist those a contribution was asked for, an auditor all.""")
    @APIResponse(responseCode = "200", description = "One page of clients.")
    public Page<ClientResponse> list(
            @BeanParam PageRequest page,
            @QueryParam("manager")
                    @Parameter(description = "Only those of this relationship manager.", example = "rm-novak")
                    @Nullable
                    String manager,
            @QueryParam("team")
                    @Parameter(description = "Only those of this team.", example = "corporates-north")
                    @Nullable
                    String team,
            @QueryParam("tier") @Parameter(description = "Only those of this tier.", example = "platinum") @Nullable
                    String tier) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("manager", manager);
        filters.put("team", team);
        filters.put("tier", tier);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(clients.references(seek), found -> found.client().clientId(), ClientResponse::from);
    }

    @GET
    @Path("/{clientId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.SERVICE_AGENT,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getClient",
            summary = "Show one client",
            description =
                    "Static information, each field with its source and as-of time. 404 outside the caller's book.")
    @APIResponse(responseCode = "200", description = "The client.")
    public ClientResponse show(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String id) {
        return clients.reference(id).map(ClientResponse::from).orElseThrow(ProblemException::notFound);
    }
}
