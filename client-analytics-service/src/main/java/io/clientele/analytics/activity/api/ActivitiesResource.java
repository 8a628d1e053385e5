package io.clientele.analytics.activity.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.analytics.activity.Activity;
import io.clientele.analytics.activity.TakingActivities;
import io.clientele.analytics.activity.TakingActivities.Taken;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.clientele.platform.imports.ImportFormat;
import io.clientele.platform.imports.ImportJob;
import io.clientele.platform.imports.Imports;
import io.clientele.platform.imports.Rejection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Activities as the bank's systems send them: in batches and in bulk. */
@Path("/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Activities")
@RolesAllowed(Roles.SYSTEM)
public class ActivitiesResource {

    private final TakingActivities taking;
    private final Imports imports;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    ActivitiesResource(TakingActivities taking, Imports imports, Idempotency idempotency, ObjectMapper json) {
        this.taking = taking;
        this.imports = imports;
        this.idempotency = idempotency;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "postActivities", summary = "Send a batch of activities", description = """
                    Takes up to 1000 activities, all or none, and answers when the broker has acknowledged all of them; they are \
                    visible to reads and segments a moment later. Each source id counts once, whatever the order and the number \
                    of times it is sent. Problems: `activities-refused` (422) with the item and field of each error; \
                    `broker-away` (503): send the same again.""")
    @APIResponse(
            responseCode = "202",
            description = "Acknowledged by the broker.",
            content = @Content(schema = @Schema(implementation = BatchTaken.class)))
    public Response post(
            @HeaderParam("Idempotency-Key")
                    @Parameter(
                            description =
                                    "The same key and batch answer with the first reply; without it a batch sent again counts as duplicates.",
                            example = "2f1c6a0e-1993-01-01")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid ActivityBatch batch) {
        List<Activity> activities = batch.activities(json);
        return idempotency.once(
                idempotencyKey, batch, () -> taken(activities), taken -> new Reply(202, Map.of(), taken));
    }

    private BatchTaken taken(List<Activity> activities) {
        Taken taken = taking.takeAll(activities);
        ActivityBatch.refuse(taken.refused());
        return new BatchTaken(taken.accepted(), taken.duplicates());
    }

    @POST
    @Path("/imports")
    @Consumes({ImportFormat.NDJSON_TYPE, ImportFormat.CSV_TYPE})
    @Operation(operationId = "importActivities", summary = "Import activities", description = """
                    NDJSON: one activity (as in a batch) a line. CSV: a header naming the fields, such as \
                    `sourceId,clientId,type,occurredAt,data.amount,data.currency,data.direction`; an empty cell is an absent \
                    field. The file is taken in whole before 202 is answered and then worked off; bad lines are reported one by \
                    one. Sending the same file again changes nothing.""")
    @APIResponse(
            responseCode = "202",
            description = "Taken in; Location shows the progress.",
            headers = @Header(name = "Location", description = "Path of the import."),
            content = @Content(schema = @Schema(implementation = ActivityImport.class)))
    public Response receive(
            @HeaderParam("Content-Type") @Parameter(hidden = true) @Nullable String mediaType,
            @HeaderParam("Idempotency-Key")
                    @Parameter(
                            description = "The same key and file answer with the same import.",
                            example = "2f1c6a0e-activities-1993")
                    @Nullable
                    String idempotencyKey,
            InputStream body) {
        Response received = imports.receive(ActivityLines.KIND, mediaType, idempotencyKey, body);
        return received.getEntity() instanceof ImportJob job
                ? Response.fromResponse(received)
                        .entity(ActivityImport.from(job))
                        .build()
                : received;
    }

    @GET
    @Path("/imports/{importId}")
    @RolesAllowed({Roles.SYSTEM, Roles.AUDITOR})
    @Operation(operationId = "getActivityImport", summary = "Show an import of activities", description = """
                    `accepted` lines are new and visible to reads and segments, `duplicates` were known, `rejected` ones are listed \
                    in the import's rejections. The import is COMPLETED, and `queryable`, when every accepted line is also \
                    acknowledged by the broker.""")
    @APIResponse(responseCode = "200", description = "The import as it stands.")
    public ActivityImport get(
            @PathParam("importId")
                    @Parameter(description = "The import.", example = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
                    UUID importId) {
        return ActivityImport.from(imports.get(ActivityLines.KIND, importId));
    }

    @GET
    @Path("/imports/{importId}/rejections")
    @RolesAllowed({Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "listActivityImportRejections",
            summary = "List the lines an import refused",
            description = "In the file's order. Says what is wrong with each line, never what is in it.")
    @APIResponse(responseCode = "200", description = "One page of refused lines.")
    public Page<Rejection> rejections(
            @PathParam("importId")
                    @Parameter(description = "The import.", example = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
                    UUID importId,
            @BeanParam PageRequest page) {
        return imports.rejections(ActivityLines.KIND, importId, page);
    }
}
