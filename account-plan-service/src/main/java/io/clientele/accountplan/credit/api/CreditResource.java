package io.clientele.accountplan.credit.api;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.credit.CreditFacilities;
import io.clientele.accountplan.credit.CreditFacility;
import io.clientele.accountplan.credit.Exposure;
import io.clientele.accountplan.groups.Groups;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/clients/{clientId}")
@RunOnVirtualThread
@Tag(name = "Credit", description = "Credit facilities as the bank positions them, and the exposure they make.")
@RolesAllowed({
    Roles.RELATIONSHIP_MANAGER,
    Roles.TEAM_LEADER,
    Roles.PRODUCT_SPECIALIST,
    Roles.FINANCE,
    Roles.COMPLIANCE,
    Roles.AUDITOR
})
class CreditResource {

    /** Who sees ratings, risk figures and returns. */
    private static final Set<String> READERS =
            Set.of(Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.FINANCE, Roles.COMPLIANCE, Roles.AUDITOR);

    private final Clients clients;
    private final Groups groups;
    private final CreditFacilities facilities;
    private final FxRates rates;
    private final CurrentWork work;
    private final Idempotency idempotency;

    CreditResource(
            Clients clients,
            Groups groups,
            CreditFacilities facilities,
            FxRates rates,
            CurrentWork work,
            Idempotency idempotency) {
        this.clients = clients;
        this.groups = groups;
        this.facilities = facilities;
        this.rates = rates;
        this.work = work;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/credit-facilities")
    @RolesAllowed({Roles.SYSTEM, Roles.FINANCE})
    @Operation(
            operationId = "recordCreditFacility",
            summary = "Record where a credit facility stands",
            description = """
            Replaces an older position of the same facility; an older one than is held changes nothing. The topic \
            `clientele.credit-positions.v1` takes the same. Publishes `exposure.limit-excess` when the facility goes over \
            its limit. Codes: 409 `facility-of-another-client`; 422 `credit-position-invalid`.""")
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = FacilityResponse.class)))
    public Response record(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PositionRequest request) {
        return idempotency.once(
                key,
                request,
                () -> {
                    clients.requireVisible(clientId);
                    return facilities.record(request.position(clientId));
                },
                facility -> Reply.created(facility.path(), FacilityResponse.from(facility, true)));
    }

    @GET
    @Path("/credit-facilities")
    @Transactional
    @Operation(
            operationId = "listCreditFacilities",
            summary = "List the credit facilities of a client",
            description = "By facility number. Risk figures and returns are left out for product specialists.")
    @APIResponse(responseCode = "200", description = "One page of facilities.")
    public Page<FacilityResponse> list(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @BeanParam PageRequest page) {
        clients.requireVisible(clientId);
        PageRequest.Seek seek = page.seek(Map.of());
        boolean confidential = seesConfidential();
        return seek.page(
                facilities.page(clientId, seek),
                CreditFacility::facilityId,
                facility -> FacilityResponse.from(facility, confidential));
    }

    @GET
    @Path("/credit-facilities/{facilityId}")
    @Transactional
    @Operation(
            operationId = "getCreditFacility",
            summary = "Show a credit facility",
            description = "As last positioned.")
    @APIResponse(responseCode = "200", description = "The facility.")
    public FacilityResponse show(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("facilityId")
                    @Parameter(description = "The bank's own number of the facility.", example = "F-2201")
                    String facilityId) {
        return FacilityResponse.from(facilities.get(clientId, facilityId), seesConfidential());
    }

    @GET
    @Path("/exposure")
    @Transactional
    @Operation(operationId = "getExposure", summary = "Show the credit exposure", description = """
            Every facility converted by itself at the rates named in the reply; sub-limits are shown and never add to their \
            parent; drawn above the limit is an excess. 422 `fx-rate-missing` when a currency has no recent rate.""")
    @APIResponse(responseCode = "200", description = "The exposure.")
    public ExposureResponse exposure(
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
        List<String> borrowers = group
                ? groups.under(clientId, null).clientIds()
                : List.of(clients.get(clientId).clientId());
        return ExposureResponse.from(Exposure.of(facilities.of(borrowers), rates.on(on), rates.currency(currency)));
    }

    private boolean seesConfidential() {
        return READERS.stream().anyMatch(work.caller()::has);
    }
}
