package io.clientele.accountplan.wallet.api;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.groups.Groups;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.wallet.Wallets;
import io.clientele.platform.caller.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/clients/{clientId}/share-of-wallet")
@RunOnVirtualThread
@Tag(name = "Wallet")
class ShareOfWalletResource {

    private final Clients clients;
    private final Groups groups;
    private final Wallets wallets;
    private final FxRates rates;

    ShareOfWalletResource(Clients clients, Groups groups, Wallets wallets, FxRates rates) {
        this.clients = clients;
        this.groups = groups;
        this.wallets = wallets;
        this.rates = rates;
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
    @Operation(operationId = "getShareOfWallet", summary = "Show the share of wallet", description = """
            Ours / estimate by product line and country; more than the whole is flagged, blocked business is no white space. \
            422 `fx-rate-missing` when a currency has no recent rate.""")
    @APIResponse(responseCode = "200", description = "The share of wallet.")
    public ShareResponse show(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @QueryParam("currency")
                    @Parameter(
                            description = "ISO 4217 code of the currency to show; the reference currency when absent.",
                            example = "EUR")
                    @Nullable
                    String currency,
            @QueryParam("on")
                    @Parameter(description = "Day of the rates; today when absent.", example = "2026-01-31")
                    @Nullable
                    LocalDate on,
            @QueryParam("group")
                    @DefaultValue("false")
                    @Parameter(
                            description = "With the companies under the client that you may see, each figure once.",
                            example = "true")
                    boolean group) {
        List<String> companies = group
                ? groups.under(clientId, null).clientIds()
                : List.of(clients.get(clientId).clientId());
        return ShareResponse.from(wallets.of(companies, rates.currency(currency), on));
    }
}
