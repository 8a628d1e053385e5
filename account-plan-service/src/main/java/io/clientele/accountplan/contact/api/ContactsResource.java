package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.contact.Contact;
import io.clientele.accountplan.contact.Contacts;
import io.clientele.accountplan.contact.WritingContacts;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/clients/{clientId}/contacts")
@RunOnVirtualThread
@Tag(name = "Contacts", description = """
            The people of a client, their say in decisions, what was said with them and where nobody is known or met. Names \
            are personal and erasable.""")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class ContactsResource {

    private final Clients clients;
    private final Contacts contacts;
    private final WritingContacts writing;
    private final Idempotency idempotency;

    ContactsResource(Clients clients, Contacts contacts, WritingContacts writing, Idempotency idempotency) {
        this.clients = clients;
        this.contacts = contacts;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "addContact",
            summary = "Add a contact",
            description = "Codes: 403 `not-plan-writer`; 422 `contact-unknown`.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = ContactResponse.class)))
    public Response add(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ContactRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.add(clientId, request.terms()),
                added ->
                        Reply.created(added.path(), ContactResponse.from(added)).withTag(added));
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
    @Operation(
            operationId = "listContacts",
            summary = "List the contacts of a client",
            description = "In the order they were added.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ContactResponse> list(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @BeanParam PageRequest page) {
        clients.requireVisible(clientId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(contacts.page(clientId, seek), item -> item.id().toString(), ContactResponse::from);
    }

    @GET
    @Path("/{contactId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getContact",
            summary = "Show a contact",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = ContactResponse.class)))
    public Response show(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("contactId") UUID id) {
        Contact found = contacts.get(clientId, id);
        return Reply.ok(ContactResponse.from(found)).withTag(found).toResponse();
    }

    @PUT
    @Path("/{contactId}")
    @Operation(
            operationId = "changeContact",
            summary = "Change a contact",
            description = "Replaces what it says. Codes: 403 `not-plan-writer`; 422 `contact-unknown`.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = ContactResponse.class)))
    public Response change(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("contactId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid ContactRequest request) {
        Contact changed = writing.change(clientId, id, ifMatch, request.terms());
        return Reply.ok(ContactResponse.from(changed)).withTag(changed).toResponse();
    }

    @DELETE
    @Path("/{contactId}")
    @Operation(
            operationId = "removeContact",
            summary = "Remove a contact",
            description = "It is gone. Codes: 403 `not-plan-writer`; 422 `contact-unknown`.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("contactId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        writing.remove(clientId, id, ifMatch);
    }

    @POST
    @Path("/{contactId}/erasures")
    @Operation(operationId = "eraseContact", summary = "Forget who a contact is", description = """
            Name, e-mail address and telephone number are gone for good; role and history stay. Codes: 403 `not-plan- \
            writer`.""")
    @APIResponse(
            responseCode = "201",
            description = "Erased.",
            content = @Content(schema = @Schema(implementation = ContactResponse.class)))
    public Response erase(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("contactId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                id,
                () -> writing.erase(clientId, id, ifMatch),
                erased -> Reply.created(erased.path(), ContactResponse.from(erased))
                        .withTag(erased));
    }
}
