package io.clientele.analytics.lists.api;

import io.clientele.analytics.lists.ClientLists;
import io.clientele.analytics.lists.ListVersions;
import io.clientele.analytics.lists.UploadingLists;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.clientele.platform.imports.ImportFormat;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/client-lists")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Client lists",
        description = "Uploaded, versioned lists of clients; the rule node `list` asks who is on one.")
@RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER, Roles.COMPLIANCE, Roles.AUDITOR})
class ClientListsResource {

    private final ClientLists lists;
    private final ListVersions versions;
    private final UploadingLists uploading;
    private final Idempotency idempotency;

    ClientListsResource(ClientLists lists, ListVersions versions, UploadingLists uploading, Idempotency idempotency) {
        this.lists = lists;
        this.versions = versions;
        this.uploading = uploading;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER})
    @Operation(operationId = "createClientList", summary = "Make a client list", description = """
                    Nobody is on it until a version is uploaded. Codes: 409 `already-exists:client-list-name-uq`.""")
    @APIResponse(
            responseCode = "201",
            description = "Made.",
            content = @Content(schema = @Schema(implementation = ClientListResponse.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ClientListRequest request) {
        return idempotency.once(
                key, request, () -> lists.create(request.name(), request.description()), ClientListResponse::created);
    }

    @GET
    @Transactional
    @Operation(operationId = "listClientLists", summary = "List the client lists", description = "The oldest first.")
    @APIResponse(responseCode = "200", description = "One page of lists.")
    public Page<ClientListResponse> list(@BeanParam PageRequest page) {
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                lists.list(seek.after(UUID::fromString), seek.fetch()),
                list -> list.id().toString(),
                ClientListResponse::from);
    }

    @GET
    @Path("/{listId}")
    @Transactional
    @Operation(operationId = "showClientList", summary = "Show a client list", description = "With its newest version.")
    @APIResponse(
            responseCode = "200",
            description = "The list.",
            content = @Content(schema = @Schema(implementation = ClientListResponse.class)))
    public Response show(@PathParam("listId") UUID listId) {
        var list = lists.get(listId);
        return Reply.ok(ClientListResponse.from(list)).withTag(list).toResponse();
    }

    @POST
    @Path("/{listId}/versions")
    @Consumes(ImportFormat.CSV_TYPE)
    @RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER})
    @Operation(operationId = "uploadClientList", summary = "Upload the next version of a list", description = """
                    A client number a line, or in the first column; a header `clientId` is passed over. The version is in force at \
                    once and replaces the former one whole; lines that name no known client are reported and left out. Segments \
                    whose rule refers to the list are computed anew. At most 5,000,000 lines. Codes: 422 `list-empty`, \
                    `list-too-long`.""")
    @APIResponse(
            responseCode = "201",
            description = "In force.",
            content = @Content(schema = @Schema(implementation = ListVersionResponse.class)))
    @APIResponse(responseCode = "422", description = "`list-empty`, `list-too-long`.")
    public Response upload(@PathParam("listId") UUID listId, InputStream file) {
        var version = uploading.upload(listId, file);
        return Reply.created(version.link(), ListVersionResponse.from(version)).toResponse();
    }

    @GET
    @Path("/{listId}/versions")
    @Transactional
    @Operation(
            operationId = "listClientListVersions",
            summary = "List the versions of a list",
            description = "The newest first, each with what became of its lines.")
    @APIResponse(responseCode = "200", description = "One page of versions.")
    public Page<ListVersionResponse> versions(@PathParam("listId") UUID listId, @BeanParam PageRequest page) {
        lists.get(listId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                versions.page(listId, seek.after(Integer::valueOf), seek.fetch()),
                version -> Integer.toString(version.number()),
                ListVersionResponse::from);
    }

    @GET
    @Path("/{listId}/versions/{number}/clients")
    @Transactional
    @Operation(
            operationId = "listClientListClients",
            summary = "List the clients on a version",
            description = "In order of their client numbers.")
    @APIResponse(responseCode = "200", description = "One page of clients.")
    public Page<ListedClient> clients(
            @PathParam("listId") UUID listId,
            @PathParam("number") @Parameter(description = "Number of the version.", example = "1") int number,
            @BeanParam PageRequest page) {
        versions.get(listId, number);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                versions.clients(listId, number, seek.after(), seek.fetch()), client -> client, ListedClient::new);
    }

    @GET
    @Path("/{listId}/versions/{number}/rejections")
    @Transactional
    @Operation(
            operationId = "listClientListRejections",
            summary = "List the lines a version left out",
            description = "In the file's order. Says what is wrong with each line, never what is in it.")
    @APIResponse(responseCode = "200", description = "One page of lines.")
    public Page<RejectedLine> rejections(
            @PathParam("listId") UUID listId,
            @PathParam("number") @Parameter(description = "Number of the version.", example = "1") int number,
            @BeanParam PageRequest page) {
        versions.get(listId, number);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                versions.rejections(listId, number, seek.after(Long::valueOf), seek.fetch()),
                line -> Long.toString(line),
                RejectedLine::at);
    }
}
