package io.clientele.loyalty.onboarding.api;

import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.imports.ImportFormat;
import io.clientele.platform.imports.ImportJob;
import io.clientele.platform.imports.Imports;
import io.clientele.platform.imports.Rejection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Memberships in bulk. */
@Path("/v1/memberships/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Members")
@RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.SYSTEM, Roles.AUDITOR})
class MembershipImportsResource {

    private final Imports imports;

    MembershipImportsResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @Consumes({ImportFormat.NDJSON_TYPE, ImportFormat.CSV_TYPE})
    @RolesAllowed({Roles.LOYALTY_APPROVER, Roles.SYSTEM})
    @Operation(operationId = "importMemberships", summary = "Take members, tiers and points over", description = """
                    NDJSON: a `MembershipLine` a line. CSV: a header naming its fields, such as `programmeId,clientId,joinedOn,tier`; an empty cell \
                    is an absent field. Who is no member becomes one, since `joinedOn`, whatever the conditions of enrolment; a tier is given \
                    to who has none as high; points become a lot with their own age and expiry, once per `reference`, and an adjustment with the reason \
                    `MIGRATION`. Lines of one client may be many. Bad lines are reported one by one; sending the same file again changes nothing.""")
    @APIResponse(
            responseCode = "202",
            description = "Taken in; Location shows the progress.",
            headers = @Header(name = "Location", description = "Path of the import."),
            content = @Content(schema = @Schema(implementation = ImportJob.class)))
    public Response receive(
            @HeaderParam("Content-Type") @Parameter(hidden = true) @Nullable String mediaType,
            @HeaderParam("Idempotency-Key")
                    @Parameter(
                            description = "The same key and file answer with the same import.",
                            example = "legacy-programme-2026-01")
                    @Nullable
                    String idempotencyKey,
            InputStream body) {
        return imports.receive(MembershipLines.KIND, mediaType, idempotencyKey, body);
    }

    @GET
    @Path("/{importId}")
    @Operation(
            operationId = "getMembershipImport",
            summary = "Show an import of memberships",
            description =
                    "`accepted` lines changed something, `duplicates` nothing, `rejected` ones are listed in the import's rejections.")
    @APIResponse(responseCode = "200", description = "The import as it stands.")
    public ImportJob get(
            @PathParam("importId")
                    @Parameter(description = "The import.", example = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
                    UUID importId) {
        return imports.get(MembershipLines.KIND, importId);
    }

    @GET
    @Path("/{importId}/rejections")
    @Operation(
            operationId = "listMembershipImportRejections",
            summary = "List the lines an import refused",
            description = "In the file's order. Says what is wrong with each line, never what is in it.")
    @APIResponse(responseCode = "200", description = "One page of refused lines.")
    public Page<Rejection> rejections(
            @PathParam("importId")
                    @Parameter(description = "The import.", example = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
                    UUID importId,
            @BeanParam PageRequest page) {
        return imports.rejections(MembershipLines.KIND, importId, page);
    }
}
