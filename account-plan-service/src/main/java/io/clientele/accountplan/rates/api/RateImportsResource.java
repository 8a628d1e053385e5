package io.clientele.accountplan.rates.api;

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

/** Reference rates in bulk. */
@Path("/v1/fx-rates/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "FX rates")
@RolesAllowed({Roles.SYSTEM, Roles.AUDITOR})
class RateImportsResource {

    private final Imports imports;

    RateImportsResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @Consumes({ImportFormat.NDJSON_TYPE, ImportFormat.CSV_TYPE})
    @RolesAllowed(Roles.SYSTEM)
    @Operation(operationId = "importFxRates", summary = "Import reference rates", description = """
                    NDJSON: one quotation a line, as the topic `clientele.reference-rates.v1` carries it. CSV: a header naming the fields: \
                    `base,currency,quotedOn,rate,source`. The file is taken in whole before 202 \
                    is answered and then worked off; bad lines are reported one by one. Sending the same file again changes nothing.""")
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
                            example = "2f1c6a0e-fx-rates-2026")
                    @Nullable
                    String idempotencyKey,
            InputStream body) {
        return imports.receive(RateLines.KIND, mediaType, idempotencyKey, body);
    }

    @GET
    @Path("/{importId}")
    @Operation(operationId = "getFxRateImport", summary = "Show an import of reference rates", description = """
                    `accepted` lines gave or changed a rate, `duplicates` said what was known or newer, `rejected` ones are \
                    listed in the import's rejections. When COMPLETED, every accepted line is visible to reads.""")
    @APIResponse(responseCode = "200", description = "The import as it stands.")
    public ImportJob get(
            @PathParam("importId")
                    @Parameter(description = "The import.", example = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
                    UUID importId) {
        return imports.get(RateLines.KIND, importId);
    }

    @GET
    @Path("/{importId}/rejections")
    @Operation(
            operationId = "listFxRateImportRejections",
            summary = "List the lines an import refused",
            description = "In the file's order. Says what is wrong with each line, never what is in it.")
    @APIResponse(responseCode = "200", description = "One page of refused lines.")
    public Page<Rejection> rejections(
            @PathParam("importId")
                    @Parameter(description = "The import.", example = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
                    UUID importId,
            @BeanParam PageRequest page) {
        return imports.rejections(RateLines.KIND, importId, page);
    }
}
