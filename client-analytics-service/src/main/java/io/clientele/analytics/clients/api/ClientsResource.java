package io.clientele.analytics.clients.api;

import io.clientele.analytics.clients.Client;
import io.clientele.analytics.clients.Clients;
import io.clientele.analytics.clients.RecordingClients;
import io.clientele.analytics.clients.RecordingClients.Outcome;
import io.clientele.analytics.clients.RecordingClients.Recorded;
import io.clientele.contracts.clients.ClientType;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.http.Reply;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Client records, one by one. */
@Path("/v1/clients")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clients", description = "The client records this service owns and publishes.")
public class ClientsResource {

    private final Clients clients;
    private final RecordingClients recording;

    ClientsResource(Clients clients, RecordingClients recording) {
        this.clients = clients;
        this.recording = recording;
    }

    @GET
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.SYSTEM
    })
    @Operation(operationId = "searchClients", summary = "Search clients", description = """
                    In the order of their client numbers (as text). A relationship manager finds own clients, a team leader \
                    those of the led teams, a product specialist those whose access was given, the other roles all.""")
    @APIResponse(responseCode = "200", description = "One page of clients.")
    public Page<ClientResponse> search(
            @BeanParam PageRequest page,
            @QueryParam("type")
                    @Parameter(
                            description = "Only clients of this type.",
                            schema = @Schema(implementation = ClientType.class),
                            example = "PERSON")
                    @Nullable
                    String type,
            @QueryParam("manager")
                    @Parameter(description = "Only clients of this relationship manager.", example = "rm-1")
                    @Nullable
                    String manager,
            @QueryParam("team") @Parameter(description = "Only clients of this team.", example = "team-1") @Nullable
                    String team,
            @QueryParam("tier") @Parameter(description = "Only clients of this tier.", example = "STANDARD") @Nullable
                    String tier,
            @QueryParam("segment")
                    @Parameter(
                            description = "Only clients who are members of this segment now.",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"),
                            example = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110002")
                    @Nullable
                    String segment) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("type", type);
        filters.put("manager", manager);
        filters.put("team", team);
        filters.put("tier", tier);
        filters.put("segment", segment);
        Seek seek = page.seek(filters);
        Clients.Filter filter = new Clients.Filter(
                clientType(seek.filter("type")),
                seek.filter("manager"),
                seek.filter("team"),
                seek.filter("tier"),
                segmentId(seek.filter("segment")));
        return seek.page(clients.search(filter, seek.after(), seek.fetch()), Client::id, ClientResponse::from);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.SERVICE_AGENT,
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.SYSTEM
    })
    @Operation(
            operationId = "getClient",
            summary = "Show a client",
            description = "The record as it stands, with its ETag. 404 outside the caller's book.")
    @APIResponse(
            responseCode = "200",
            description = "The client.",
            content = @Content(schema = @Schema(implementation = ClientResponse.class)))
    public Response get(
            @PathParam("id") @Parameter(description = "The bank's own client number.", example = "10482") String id) {
        Client client = clients.get(id);
        return Reply.ok(ClientResponse.from(client)).withTag(client).toResponse();
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Roles.SYSTEM)
    @Operation(operationId = "putClient", summary = "Register a client or replace the record", description = """
                    Registers an unknown client; no precondition is needed, `If-None-Match: *` refuses to replace. Replaces the \
                    record of a known one and needs If-Match. A record without a difference changes nothing, keeps its ETag and \
                    publishes nothing; otherwise `client.registered` or `client.updated` and the client's state are published. \
                    Problems: `stale-version` (412) when the client is not as the sender believes, `if-match-missing` (428), \
                    `invalid-field` (422) with each field that breaks a rule.""")
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or unchanged.",
            content = @Content(schema = @Schema(implementation = ClientResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content = @Content(schema = @Schema(implementation = ClientResponse.class)))
    public Response put(
            @PathParam("id") @Parameter(description = "The bank's own client number.", example = "10482") String id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("If-None-Match")
                    @DefaultValue("")
                    @Parameter(description = "`*` to register only.", example = "*")
                    String ifNoneMatch,
            @NotNull ClientRequest body) {
        Recorded recorded = recording.record(body.toRecord(id), ifMatch, onlyNew(ifNoneMatch));
        Client client = recorded.client();
        ClientResponse shown = ClientResponse.from(client);
        Reply reply = recorded.outcome() == Outcome.REGISTERED
                ? Reply.created("/v1/clients/" + client.id(), shown)
                : Reply.ok(shown);
        return reply.withTag(client).toResponse();
    }

    private static boolean onlyNew(String ifNoneMatch) {
        if (!ifNoneMatch.isBlank() && !ifNoneMatch.strip().equals("*")) {
            throw ProblemException.malformed(
                    "if-none-match-malformed",
                    "If-None-Match is * here: the client is to be registered, never replaced.",
                    new FieldError("header:If-None-Match", "is * or left out"));
        }
        return !ifNoneMatch.isBlank();
    }

    private static @Nullable UUID segmentId(@Nullable String id) {
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.malformed(
                    "malformed-parameter",
                    "A filter cannot be read.",
                    new FieldError("query:segment", "is the id of a segment"));
        }
    }

    private static @Nullable ClientType clientType(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(ClientType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.malformed(
                        "malformed-parameter",
                        "A filter cannot be read.",
                        new FieldError("query:type", "is PERSON or COMPANY")));
    }
}
