package io.clientele.analytics.models.api;

import io.clientele.analytics.models.ModelKind;
import io.clientele.analytics.models.clusters.ClusteringDefinition;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/clusterings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clusterings", description = "Clients grouped by k-means++ into clusters that resemble each other.")
@RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER, Roles.COMPLIANCE, Roles.AUDITOR})
class ClusteringsResource {

    private final ModelActions models;

    ClusteringsResource(ModelActions models) {
        this.models = models;
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "createClustering", summary = "Draft a clustering", description = """
                    With its first version. Its runs are trials until somebody else approved it. Codes: 409 \
                    `already-exists:analytics-model-name-uq`; 422 `model-definition-invalid`.""")
    @APIResponse(
            responseCode = "201",
            description = "Drafted.",
            content = @Content(schema = @Schema(implementation = ModelResponse.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ClusteringRequest request) {
        return models.create(
                ModelKind.CLUSTERING, key, request.name(), request.description(), request.definition(), request);
    }

    @GET
    @Operation(operationId = "listClusterings", summary = "List the clusterings", description = "The oldest first.")
    @APIResponse(responseCode = "200", description = "One page of models.")
    public Page<ModelResponse> list(@BeanParam PageRequest page) {
        return models.list(ModelKind.CLUSTERING, page);
    }

    @GET
    @Path("/{modelId}")
    @Operation(
            operationId = "showClustering",
            summary = "Show a clustering",
            description = "With its versions and its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The model.",
            content = @Content(schema = @Schema(implementation = ModelResponse.class)))
    public Response show(@PathParam("modelId") UUID modelId) {
        return models.show(ModelKind.CLUSTERING, modelId);
    }

    @POST
    @Path("/{modelId}/versions")
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "draftClusteringVersion", summary = "Draft the next version", description = """
                    The approved one stays in use; a draft that was not approved ends. Codes: 422 `model-definition-invalid`.""")
    @APIResponse(
            responseCode = "201",
            description = "Drafted.",
            content = @Content(schema = @Schema(implementation = ModelResponse.class)))
    public Response draftNext(
            @PathParam("modelId") UUID modelId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ClusteringDefinition definition) {
        return models.draftNext(ModelKind.CLUSTERING, modelId, key, definition);
    }

    @POST
    @Path("/{modelId}/versions/{number}/approvals")
    @RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER})
    @Operation(operationId = "approveClustering", summary = "Approve a version", description = """
                    By somebody who did not write it. Runs of it come into force from now on. Codes: 403 `four-eyes`; 409 \
                    `model-version-state`.""")
    @APIResponse(
            responseCode = "201",
            description = "Approved.",
            content = @Content(schema = @Schema(implementation = ModelResponse.class)))
    public Response approve(
            @PathParam("modelId") UUID modelId,
            @PathParam("number") @Parameter(description = "Number of the version.", example = "1") int number,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return models.approve(ModelKind.CLUSTERING, modelId, number, ifMatch, key);
    }

    @POST
    @Path("/{modelId}/runs")
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "runClustering", summary = "Score everybody", description = """
                    In the background; Location shows the run. A run of the approved version comes into force when it is completed, \
                    and rules that refer to the model are computed anew; any other run is a trial. Codes: 409 `model-not-approved`; \
                    422 `as-of-in-future`.""")
    @APIResponse(
            responseCode = "202",
            description = "Begun.",
            content = @Content(schema = @Schema(implementation = ModelRunResponse.class)))
    public Response run(
            @PathParam("modelId") UUID modelId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ModelRunRequest request) {
        return models.run(ModelKind.CLUSTERING, modelId, key, request);
    }

    @GET
    @Path("/{modelId}/runs")
    @Operation(
            operationId = "listClusteringRuns",
            summary = "List the runs",
            description = "The newest first, each with its figures.")
    @APIResponse(responseCode = "200", description = "One page of runs.")
    public Page<ModelRunResponse> runs(@PathParam("modelId") UUID modelId, @BeanParam PageRequest page) {
        return models.runs(ModelKind.CLUSTERING, modelId, page);
    }
}
