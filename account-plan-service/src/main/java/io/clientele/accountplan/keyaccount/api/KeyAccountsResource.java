package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.keyaccount.KeyAccount;
import io.clientele.accountplan.keyaccount.KeyAccountOverride;
import io.clientele.accountplan.keyaccount.KeyAccountOverrides;
import io.clientele.accountplan.keyaccount.KeyAccounts;
import io.clientele.accountplan.keyaccount.Overriding;
import io.clientele.accountplan.keyaccount.ReviewResults;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
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
@Path(KeyAccount.PATH)
@RunOnVirtualThread
@Tag(
        name = "Key accounts",
        description =
                "The clients that get a plan of their own: by review, or by an override with a reason, a second person and an end.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.ANALYST, Roles.COMPLIANCE, Roles.AUDITOR})
class KeyAccountsResource {

    private final KeyAccounts keyAccounts;
    private final KeyAccountOverrides overrides;
    private final ReviewResults results;
    private final Overriding overriding;
    private final Clients clients;
    private final Idempotency idempotency;

    KeyAccountsResource(
            KeyAccounts keyAccounts,
            KeyAccountOverrides overrides,
            ReviewResults results,
            Overriding overriding,
            Clients clients,
            Idempotency idempotency) {
        this.keyAccounts = keyAccounts;
        this.overrides = overrides;
        this.results = results;
        this.overriding = overriding;
        this.clients = clients;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @Operation(operationId = "listKeyAccounts", summary = "List the key accounts", description = """
            Those you may see, in the order of their client numbers.""")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<KeyAccountResponse> list(
            @BeanParam PageRequest page,
            @QueryParam("manager")
                    @Parameter(description = "Only those of this relationship manager.", example = "rm-novak")
                    @Nullable
                    String manager,
            @QueryParam("basis") @Parameter(description = "Only those on this basis.", example = "REVIEW") @Nullable
                    String basis) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("manager", manager);
        filters.put("basis", basis);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(keyAccounts.page(seek), account -> account.clientId(), KeyAccountResponse::from);
    }

    @GET
    @Path("/{clientId}")
    @Transactional
    @Operation(
            operationId = "getKeyAccount",
            summary = "Show whether a client is a key account, and why",
            description = "With what the last review that took effect says about it.")
    @APIResponse(responseCode = "200", description = "How it stands.")
    public StandingResponse show(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId) {
        clients.requireVisible(clientId);
        KeyAccountResponse designation =
                keyAccounts.current(clientId).map(KeyAccountResponse::from).orElse(null);
        return new StandingResponse(
                clientId,
                designation != null,
                designation,
                results.latest(clientId).map(ResultResponse::from).orElse(null));
    }

    @POST
    @Path("/{clientId}/overrides")
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
    @Operation(operationId = "requestKeyAccountOverride", summary = "Ask for an override", description = """
            For the relationship manager and the team leader; it holds once another person approves it. Codes: 403 \
            `not-plan-writer`; 409 `override-open`; 422 `override-invalid`.""")
    @APIResponse(
            responseCode = "201",
            description = "Waits for approval.",
            content = @Content(schema = @Schema(implementation = OverrideResponse.class)))
    public Response request(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid OverrideRequest request) {
        return idempotency.once(
                key,
                request,
                () -> overriding.request(
                        clientId, request.kind(), request.reason().strip(), request.validUntil()),
                KeyAccountsResource::created);
    }

    @GET
    @Path("/{clientId}/overrides")
    @Transactional
    @Operation(
            operationId = "listKeyAccountOverrides",
            summary = "List the overrides of a client",
            description = "The newest first.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<OverrideResponse> overrides(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @BeanParam PageRequest page) {
        clients.requireVisible(clientId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(overrides.page(clientId, seek), item -> item.id().toString(), OverrideResponse::from);
    }

    @GET
    @Path("/{clientId}/overrides/{overrideId}")
    @Transactional
    @Operation(
            operationId = "getKeyAccountOverride",
            summary = "Show an override",
            description = "With its ETag, which approving and revoking need.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = OverrideResponse.class)))
    public Response override(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("overrideId") UUID id) {
        KeyAccountOverride found = overrides.get(clientId, id);
        return Reply.ok(OverrideResponse.from(found)).withTag(found).toResponse();
    }

    @POST
    @Path("/{clientId}/overrides/{overrideId}/approvals")
    @RolesAllowed(Roles.TEAM_LEADER)
    @Operation(operationId = "approveKeyAccountOverride", summary = "Approve an override", description = """
            For the team leader, unless it is the team leader's own request; it holds at once. Codes: 403 `not-plan-approver`, \
            `four-eyes`; 409 `override-approved`, `override-over`.""")
    @APIResponse(
            responseCode = "201",
            description = "Holds.",
            content = @Content(schema = @Schema(implementation = OverrideResponse.class)))
    public Response approve(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("overrideId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(key, id, () -> overriding.approve(clientId, id, ifMatch), KeyAccountsResource::created);
    }

    @POST
    @Path("/{clientId}/overrides/{overrideId}/revocations")
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
    @Operation(operationId = "revokeKeyAccountOverride", summary = "Revoke an override", description = """
            What stands on it falls at once. Codes: 403 `not-plan-writer`; 409 `override-over`.""")
    @APIResponse(
            responseCode = "201",
            description = "Over.",
            content = @Content(schema = @Schema(implementation = OverrideResponse.class)))
    public Response revoke(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("overrideId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(key, id, () -> overriding.revoke(clientId, id, ifMatch), KeyAccountsResource::created);
    }

    private static Reply created(KeyAccountOverride override) {
        return Reply.created(override.path(), OverrideResponse.from(override)).withTag(override);
    }
}
