package io.clientele.accountplan.cover.api;

import io.clientele.accountplan.cover.BookCover;
import io.clientele.accountplan.cover.Covering;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/book-covers")
@RunOnVirtualThread
@Tag(name = "Holiday cover", description = "A book lent to a deputy until a day.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class BookCoversResource {

    private final Covering covering;
    private final Idempotency idempotency;

    BookCoversResource(Covering covering, Idempotency idempotency) {
        this.covering = covering;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "lendBook", summary = "Lend a book", description = """
            From now to the end of the last day (UTC) the deputy sees and writes what the manager does, in every client of \
            the book, those added meanwhile included. For the manager, and for the leader of the manager's team. Codes: 403 \
            `not-your-book`; 422 `cover-invalid`.""")
    @APIResponse(
            responseCode = "201",
            description = "Lent.",
            content = @Content(schema = @Schema(implementation = CoverResponse.class)))
    public Response lend(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CoverRequest request) {
        return idempotency.once(
                key,
                request,
                () -> covering.lend(request.manager(), request.deputy(), request.lastDay(), request.reason()),
                cover -> Reply.created(cover.path(), CoverResponse.from(cover)).withTag(cover));
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
            operationId = "listBookCovers",
            summary = "List covers",
            description = "Those you gave, got or answer for as team leader; the newest first.")
    @APIResponse(responseCode = "200", description = "One page of covers.")
    public Page<CoverResponse> list(@BeanParam PageRequest page) {
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(covering.page(seek), cover -> cover.id().toString(), CoverResponse::from);
    }

    @GET
    @Path("/{coverId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getBookCover",
            summary = "Show a cover",
            description = "With its ETag, which ending it needs.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = CoverResponse.class)))
    public Response show(@PathParam("coverId") UUID id) {
        BookCover cover = covering.get(id);
        return Reply.ok(CoverResponse.from(cover)).withTag(cover).toResponse();
    }

    @POST
    @Path("/{coverId}/endings")
    @Operation(operationId = "endBookCover", summary = "End a cover before its day", description = """
            The deputy sees nothing of the book from now on. For all who see the cover. Codes: 409 `cover-over`.""")
    @APIResponse(
            responseCode = "201",
            description = "Ended.",
            content = @Content(schema = @Schema(implementation = CoverResponse.class)))
    public Response end(
            @PathParam("coverId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                id,
                () -> covering.end(id, ifMatch),
                cover -> Reply.created(cover.path(), CoverResponse.from(cover)).withTag(cover));
    }
}
