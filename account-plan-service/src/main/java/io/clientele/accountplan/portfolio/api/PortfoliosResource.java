package io.clientele.accountplan.portfolio.api;

import io.clientele.accountplan.portfolio.Portfolios;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.platform.caller.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
@Path("/v1/portfolios")
@RunOnVirtualThread
@Tag(name = "Portfolios", description = "The book of a manager in figures.")
class PortfoliosResource {

    private final Portfolios portfolios;
    private final FxRates rates;

    PortfoliosResource(Portfolios portfolios, FxRates rates) {
        this.portfolios = portfolios;
        this.rates = rates;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(operationId = "rollUpPortfolios", summary = "Roll up the clients you may see", description = """
            All of them, or those of a team or a country, in figures that reconcile with those of each client to the cent, by \
            manager, team, country and product line. 422 `fx-rate-missing`.""")
    @APIResponse(responseCode = "200", description = "The roll-up.")
    public PortfolioResponse rollUp(
            @QueryParam("team") @Parameter(description = "Only those of this team.", example = "team-1") @Nullable
                    String team,
            @QueryParam("country")
                    @Parameter(description = "Only those with this domicile, ISO 3166-1 alpha-2.", example = "CZ")
                    @Nullable
                    String country,
            @QueryParam("currency")
                    @Parameter(
                            description = "ISO 4217 code of the currency to show; the reference currency when absent.",
                            example = "EUR")
                    @Nullable
                    String currency,
            @QueryParam("on")
                    @Parameter(description = "Day of the rates; today when absent.", example = "2026-01-31")
                    @Nullable
                    LocalDate on) {
        return PortfolioResponse.from(null, portfolios.of(team, country, rates.currency(currency), on));
    }

    @GET
    @Path("/{manager}")
    @Transactional
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(
            operationId = "getPortfolio",
            summary = "Show the portfolio of a relationship manager",
            description = """
            The clients of the manager that you may see, in figures that reconcile with those of each client to the cent, by \
            country and product line. 404 when you see none. 422 `fx-rate-missing`.""")
    @APIResponse(responseCode = "200", description = "The portfolio.")
    public PortfolioResponse show(
            @PathParam("manager") @Parameter(description = "User id of the relationship manager.", example = "rm-novak")
                    String manager,
            @QueryParam("currency")
                    @Parameter(
                            description = "ISO 4217 code of the currency to show; the reference currency when absent.",
                            example = "EUR")
                    @Nullable
                    String currency,
            @QueryParam("on")
                    @Parameter(description = "Day of the rates; today when absent.", example = "2026-01-31")
                    @Nullable
                    LocalDate on) {
        return PortfolioResponse.from(manager, portfolios.of(manager, rates.currency(currency), on));
    }
}
