package io.clientele.accountplan.budget.api;

import io.clientele.accountplan.budget.Performances;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}/budget-performance")
@RunOnVirtualThread
@Tag(name = "Budgets")
class PerformanceResource {

    private final AccountPlans plans;
    private final Performances performances;
    private final FxRates rates;

    PerformanceResource(AccountPlans plans, Performances performances, FxRates rates) {
        this.plans = plans;
        this.performances = performances;
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
    @Operation(operationId = "getBudgetPerformance", summary = "Show budget against actual", description = """
            Each line in its own currency and the reporting one. Expected is what was booked, what is contracted, and open \
            opportunities by their probability. 422 `fx-rate-missing`.""")
    @APIResponse(responseCode = "200", description = "Budget against actual.")
    public PerformanceResponse show(
            @PathParam("planId") UUID planId,
            @QueryParam("currency")
                    @Parameter(
                            description = "ISO 4217 code of the currency to show; the reference currency when absent.",
                            example = "EUR")
                    @Nullable
                    String currency,
            @QueryParam("on")
                    @Parameter(
                            description = "Day of the rates, and the last that counts; today when absent.",
                            example = "2026-01-31")
                    @Nullable
                    LocalDate on) {
        return PerformanceResponse.from(performances.of(plans.get(planId), rates.currency(currency), on));
    }
}
