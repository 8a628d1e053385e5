package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.keyaccount.KeyAccountModel;
import io.clientele.accountplan.keyaccount.KeyAccountModels;
import io.clientele.accountplan.keyaccount.ModelTerms;
import io.clientele.accountplan.keyaccount.ModelVersion;
import io.clientele.accountplan.keyaccount.ModelVersions;
import io.clientele.accountplan.keyaccount.WritingModels;
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
@Path(KeyAccountModel.PATH)
@RunOnVirtualThread
@Tag(name = "Key-account models", description = """
        How key accounts are chosen: gates, then weighted criteria. Versions are approved by somebody who had no hand in them.""")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.ANALYST, Roles.COMPLIANCE, Roles.AUDITOR})
class KeyAccountModelsResource {

    private final KeyAccountModels models;
    private final ModelVersions versions;
    private final WritingModels writing;
    private final Idempotency idempotency;

    KeyAccountModelsResource(
            KeyAccountModels models, ModelVersions versions, WritingModels writing, Idempotency idempotency) {
        this.models = models;
        this.versions = versions;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "createKeyAccountModel", summary = "Make a key-account model", description = """
            With its first draft, which somebody else approves. Codes: 409 `model-name-taken`; 422 `weights-not-100`, \
            `criterion-invalid`, `thresholds-crossed`.""")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location is the first version.",
            content = @Content(schema = @Schema(implementation = ModelVersionResponse.class)))
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ModelRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.create(request.name().strip(), request.terms()),
                KeyAccountModelsResource::created);
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listKeyAccountModels",
            summary = "List the key-account models",
            description = "The newest first.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ModelResponse> list(@BeanParam PageRequest page) {
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(models.page(seek), model -> model.id().toString(), ModelResponse::from);
    }

    @GET
    @Path("/{modelId}")
    @Transactional
    @Operation(
            operationId = "getKeyAccountModel",
            summary = "Show a key-account model",
            description = "What it says is in its versions.")
    @APIResponse(responseCode = "200", description = "The model.")
    public ModelResponse show(@PathParam("modelId") UUID id) {
        return ModelResponse.from(models.get(id));
    }

    @POST
    @Path("/{modelId}/versions")
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "draftKeyAccountModelVersion",
            summary = "Draft the next version of a model",
            description = """
            The version in force stays so until this one is approved. Codes: 409 `model-draft-open`; 422 `weights-not-100`, \
            `criterion-invalid`, `thresholds-crossed`.""")
    @APIResponse(
            responseCode = "201",
            description = "Drafted.",
            content = @Content(schema = @Schema(implementation = ModelVersionResponse.class)))
    public Response draft(
            @PathParam("modelId") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ModelTerms request) {
        return idempotency.once(key, request, () -> writing.draft(id, request), KeyAccountModelsResource::created);
    }

    @GET
    @Path("/{modelId}/versions")
    @Transactional
    @Operation(
            operationId = "listKeyAccountModelVersions",
            summary = "List the versions of a model",
            description = "The first one first.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ModelVersionResponse> versions(@PathParam("modelId") UUID id, @BeanParam PageRequest page) {
        models.get(id);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                versions.page(id, seek), version -> Integer.toString(version.number()), ModelVersionResponse::from);
    }

    @GET
    @Path("/{modelId}/versions/{number}")
    @Transactional
    @Operation(
            operationId = "getKeyAccountModelVersion",
            summary = "Show a version of a model",
            description = "With its ETag, which changing and approving need.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = ModelVersionResponse.class)))
    public Response version(
            @PathParam("modelId") UUID id,
            @PathParam("number") @Parameter(description = "From 1.", example = "1") int number) {
        ModelVersion version = versions.get(id, number);
        return Reply.ok(ModelVersionResponse.from(version)).withTag(version).toResponse();
    }

    @PUT
    @Path("/{modelId}/versions/{number}")
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "changeKeyAccountModelVersion", summary = "Change a draft of a model", description = """
            Replaces what it says. Codes: 409 `model-version-approved`; 422 `weights-not-100`, `criterion-invalid`, \
            `thresholds-crossed`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = ModelVersionResponse.class)))
    public Response change(
            @PathParam("modelId") UUID id,
            @PathParam("number") @Parameter(description = "From 1.", example = "1") int number,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid ModelTerms request) {
        ModelVersion changed = writing.change(id, number, ifMatch, request);
        return Reply.ok(ModelVersionResponse.from(changed)).withTag(changed).toResponse();
    }

    @POST
    @Path("/{modelId}/versions/{number}/approvals")
    @RolesAllowed({Roles.ANALYST, Roles.COMPLIANCE})
    @Operation(operationId = "approveKeyAccountModelVersion", summary = "Approve a draft of a model", description = """
            For somebody who had no hand in it; it is in force at once. Codes: 403 `four-eyes`; 409 `model-version-approved`.""")
    @APIResponse(
            responseCode = "201",
            description = "In force.",
            content = @Content(schema = @Schema(implementation = ModelVersionResponse.class)))
    public Response approve(
            @PathParam("modelId") UUID id,
            @PathParam("number") @Parameter(description = "From 1.", example = "1") int number,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key, number, () -> writing.approve(id, number, ifMatch), KeyAccountModelsResource::created);
    }

    private static Reply created(ModelVersion version) {
        return Reply.created(version.path(), ModelVersionResponse.from(version)).withTag(version);
    }
}
