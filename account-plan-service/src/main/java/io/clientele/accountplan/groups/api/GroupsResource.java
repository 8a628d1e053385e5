package io.clientele.accountplan.groups.api;

import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.groups.GroupTree;
import io.clientele.accountplan.groups.Groups;
import io.clientele.platform.caller.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/clients")
@RunOnVirtualThread
@Tag(name = "Groups", description = "Groups of companies with dated ownership.")
class GroupsResource {

    private final Groups groups;
    private final Clients clients;

    GroupsResource(Groups groups, Clients clients) {
        this.groups = groups;
        this.clients = clients;
    }

    @GET
    @Path("/{clientId}/group")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(operationId = "getGroup", summary = "Show the group a client belongs to", description = """
            From the topmost company in your scope down, each company once; companies outside your scope are neither shown \
            nor counted. Ownership is dated: `on` shows the group as it was at the end of a day.""")
    @APIResponse(responseCode = "200", description = "The group.")
    public GroupResponse show(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @QueryParam("on") @Parameter(description = "The day; now when absent.", example = "2026-01-31") @Nullable
                    LocalDate on) {
        GroupTree tree = groups.around(clientId, on);
        Map<String, Client> known = clients.list("clientId in ?1", tree.clientIds()).stream()
                .collect(Collectors.toMap(Client::clientId, client -> client));
        return new GroupResponse(
                tree.members().getFirst().clientId(),
                tree.members().stream()
                        .map(member -> MemberResponse.from(member, known.get(member.clientId())))
                        .toList());
    }
}
