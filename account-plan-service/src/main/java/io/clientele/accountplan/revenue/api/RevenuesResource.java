package io.clientele.accountplan.revenue.api;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.revenue.Revenues;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/clients/{clientId}/revenues")
@RunOnVirtualThread
@Tag(name = "Revenues", description = "What a client brought per product line, month and currency.")
class RevenuesResource {

    private final Clients clients;
    private final Revenues revenues;
    private final Idempotency idempotency;

    RevenuesResource(Clients clients, Revenues revenues, Idempotency idempotency) {
        this.clients = clients;
        this.revenues = revenues;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.SYSTEM, Roles.FINANCE})
    @Operation(operationId = "recordRevenue", summary = "Record revenue", description = """
            The same client, product line, month and currency again replaces the figure, unless it is older. The topic \
            `clientele.revenues.v1` takes the same. Codes: 422 `revenue-invalid`, `product-line-unknown`.""")
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = RevenueResponse.class)))
    public Response record(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RevenueRequest request) {
        return idempotency.once(
                key,
                request,
                () -> {
                    clients.requireVisible(clientId);
                    return revenues.record(request.booked(clientId)).fact();
                },
                fact -> Reply.created(fact.path(), RevenueResponse.from(fact)));
    }

    @GET
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.FINANCE,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listRevenues",
            summary = "List the revenues of a client",
            description = "The oldest month first.")
    @APIResponse(responseCode = "200", description = "One page of revenues.")
    public Page<RevenueResponse> list(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @BeanParam PageRequest page,
            @QueryParam("productLine")
                    @Parameter(description = "Only those with this product line.", example = "cash-management")
                    @Nullable
                    String productLine,
            @QueryParam("from")
                    @Parameter(description = "First day of the first month.", example = "2026-01-01")
                    @Nullable
                    String from,
            @QueryParam("to") @Parameter(description = "First day of the last month.", example = "2026-12-01") @Nullable
                    String to) {
        clients.requireVisible(clientId);
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("productLine", productLine);
        filters.put("from", from);
        filters.put("to", to);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(revenues.page(clientId, seek), Revenues::key, RevenueResponse::from);
    }
}
