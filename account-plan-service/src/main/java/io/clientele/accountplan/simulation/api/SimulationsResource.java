package io.clientele.accountplan.simulation.api;

import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.simulation.Simulating;
import io.clientele.platform.caller.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/clients/{clientId}/simulations")
@RunOnVirtualThread
@Tag(name = "Simulations", description = "What if products or facilities are won or lost.")
class SimulationsResource {

    private final Simulating simulating;
    private final FxRates rates;

    SimulationsResource(Simulating simulating, FxRates rates) {
        this.simulating = simulating;
        this.rates = rates;
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.FINANCE, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(operationId = "simulateReturns", summary = "Simulate winning and losing business", description = """
            The effect on revenue, RAROC and the ancillary gap, for the client and its group, by the formulas of the returns \
            themselves. Nothing is kept. Codes: 422 `fx-rate-missing`, `product-line-unknown`, `product-is-credit`, \
            `facility-unknown`.""")
    @APIResponse(responseCode = "200", description = "The effect.")
    public SimulationResponse simulate(
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
            @NotNull @Valid SimulationRequest request) {
        return SimulationResponse.from(
                simulating.of(clientId, request.scenario(clientId), rates.currency(currency), on));
    }
}
