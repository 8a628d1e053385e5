package io.clientele.accountplan.returns.api;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.groups.Groups;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.returns.Returns;
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
@Path("/v1/clients/{clientId}/returns")
@RunOnVirtualThread
@Tag(name = "Returns", description = "Risk-adjusted return on capital and the ancillary business it asks for.")
class ReturnsResource {

    private final Clients clients;
    private final Groups groups;
    private final Returns returns;
    private final FxRates rates;

    ReturnsResource(Clients clients, Groups groups, Returns returns, FxRates rates) {
        this.clients = clients;
        this.groups = groups;
        this.returns = returns;
        this.rates = rates;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.FINANCE, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(operationId = "getReturns", summary = "Show the return of a client or group", description = """
            RAROC by facility and in all, lending profit, ancillary ratio, the ancillary revenue the hurdle asks for and the \
            gap. Without capital the ratio is absent, with the reason. Not for product specialists. 422 `fx-rate-missing` \
            when a currency has no recent rate.""")
    @APIResponse(responseCode = "200", description = "The return.")
    public ReturnsResponse show(
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
        return ReturnsResponse.from(
                returns.of(companies, rates.currency(currency), on),
                returns.settings().hurdle());
    }
}
