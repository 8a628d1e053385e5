package io.clientele.accountplan.rates.api;

import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.rates.QuotedRate;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.clientele.platform.rates.api.RateRequest;
import io.clientele.platform.rates.api.RateResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/fx-rates")
@RunOnVirtualThread
@Tag(name = "FX rates", description = """
            Dated reference rates of currencies. Conversions say which they used; a missing rate is an error.""")
@RolesAllowed({
    Roles.RELATIONSHIP_MANAGER,
    Roles.TEAM_LEADER,
    Roles.PRODUCT_SPECIALIST,
    Roles.FINANCE,
    Roles.COMPLIANCE,
    Roles.AUDITOR,
    Roles.SYSTEM
})
class FxRatesResource {

    private final FxRates rates;
    private final Idempotency idempotency;

    FxRatesResource(FxRates rates, Idempotency idempotency) {
        this.rates = rates;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.SYSTEM, Roles.FINANCE})
    @Operation(operationId = "recordFxRate", summary = "Record a reference rate", description = """
            The same currency and day again replaces the rate. The topic `clientele.reference-rates.v1` takes the same. \
            Codes: 422 `fx-base-unknown`, `fx-rate-invalid`.""")
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = RateResponse.class)))
    public Response record(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid RateRequest request) {
        return idempotency.once(
                key, request, () -> rates.record(request.quoted()), rate -> Reply.created(rate.path(), rendered(rate)));
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listFxRates",
            summary = "List reference rates",
            description = "The newest day first, by currency within a day.")
    @APIResponse(responseCode = "200", description = "One page of rates.")
    public Page<RateResponse> list(
            @BeanParam PageRequest page,
            @QueryParam("currency") @Parameter(description = "Only those of this currency.", example = "USD") @Nullable
                    String currency) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("currency", currency);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(rates.page(seek), rate -> rate.quotedOn() + " " + rate.currency(), this::rendered);
    }

    @GET
    @Path("/{currency}/{quotedOn}")
    @Transactional
    @Operation(operationId = "getFxRate", summary = "Show a reference rate", description = "As recorded for that day.")
    @APIResponse(responseCode = "200", description = "The rate.")
    public RateResponse show(
            @PathParam("currency") @Parameter(description = "ISO 4217 code.", example = "USD") String currency,
            @PathParam("quotedOn") @Parameter(description = "Day of the quotation.", example = "2026-01-30")
                    LocalDate quotedOn) {
        return rendered(rates.get(currency, quotedOn));
    }

    private RateResponse rendered(QuotedRate rate) {
        return new RateResponse(
                rates.referenceCurrency().getCurrencyCode(),
                rate.currency(),
                rate.quotedOn(),
                rate.rate(),
                rate.source(),
                rate.recordedBy());
    }
}
