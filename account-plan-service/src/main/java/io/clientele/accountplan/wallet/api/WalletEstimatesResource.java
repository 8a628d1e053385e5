package io.clientele.accountplan.wallet.api;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.wallet.WalletEstimate;
import io.clientele.accountplan.wallet.WalletEstimates;
import io.clientele.accountplan.wallet.WritingWalletEstimates;
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
@Path("/v1/clients/{clientId}/wallet-estimates")
@RunOnVirtualThread
@Tag(name = "Wallet", description = "What a client spends on banking with whom, and our share of it.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class WalletEstimatesResource {

    private final Clients clients;
    private final WalletEstimates walletEstimates;
    private final WritingWalletEstimates writing;
    private final Idempotency idempotency;

    WalletEstimatesResource(
            Clients clients, WalletEstimates walletEstimates, WritingWalletEstimates writing, Idempotency idempotency) {
        this.clients = clients;
        this.walletEstimates = walletEstimates;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "addWalletEstimate",
            summary = "Add a wallet estimate",
            description = "Codes: 403 `not-plan-writer`; 422 `product-line-unknown`, `wallet-estimate-invalid`.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = WalletEstimateResponse.class)))
    public Response add(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid WalletEstimateRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.add(clientId, request.terms()),
                added -> Reply.created(added.path(), WalletEstimateResponse.from(added))
                        .withTag(added));
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
            operationId = "listWalletEstimates",
            summary = "List wallet estimates of a client",
            description = "In the order they were added.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<WalletEstimateResponse> list(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @BeanParam PageRequest page) {
        clients.requireVisible(clientId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                walletEstimates.page(clientId, seek), item -> item.id().toString(), WalletEstimateResponse::from);
    }

    @GET
    @Path("/{walletEstimateId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getWalletEstimate",
            summary = "Show a wallet estimate",
            description = "With its ETag, which a change needs.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = WalletEstimateResponse.class)))
    public Response show(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("walletEstimateId") UUID id) {
        WalletEstimate found = walletEstimates.get(clientId, id);
        return Reply.ok(WalletEstimateResponse.from(found)).withTag(found).toResponse();
    }

    @PUT
    @Path("/{walletEstimateId}")
    @Operation(operationId = "changeWalletEstimate", summary = "Change a wallet estimate", description = """
            Replaces what it says. Codes: 403 `not-plan-writer`; 422 `product-line-unknown`, `wallet-estimate-invalid`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = WalletEstimateResponse.class)))
    public Response change(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("walletEstimateId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid WalletEstimateRequest request) {
        WalletEstimate changed = writing.change(clientId, id, ifMatch, request.terms());
        return Reply.ok(WalletEstimateResponse.from(changed)).withTag(changed).toResponse();
    }

    @DELETE
    @Path("/{walletEstimateId}")
    @Operation(operationId = "removeWalletEstimate", summary = "Remove a wallet estimate", description = """
            It is gone. Codes: 403 `not-plan-writer`; 422 `product-line-unknown`, `wallet-estimate-invalid`.""")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("walletEstimateId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        writing.remove(clientId, id, ifMatch);
    }
}
