package io.clientele.accountplan.alert.api;

import io.clientele.accountplan.alert.Alert;
import io.clientele.accountplan.alert.Alerts;
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
@Path("/v1/alerts")
@RunOnVirtualThread
@Tag(name = "Alerts", description = "What asks for attention in a book: each thing once.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.COMPLIANCE, Roles.AUDITOR})
class AlertsResource {

    private final Alerts alerts;
    private final Idempotency idempotency;

    AlertsResource(Alerts alerts, Idempotency idempotency) {
        this.alerts = alerts;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @Operation(operationId = "listAlerts", summary = "List what asks for attention", description = """
            The newest first, each thing once until it is cured; acknowledged ones, and those put off, with `all=true` only. \
            Live plans and their clients are looked over every hour.""")
    @APIResponse(responseCode = "200", description = "One page of alerts.")
    public Page<AlertResponse> list(
            @BeanParam PageRequest page,
            @QueryParam("client") @Parameter(description = "Only those of this client.", example = "C-10482") @Nullable
                    String client,
            @QueryParam("kind")
                    @Parameter(description = "Only those of this kind, such as LIMIT_EXCESS.", example = "LIMIT_EXCESS")
                    @Nullable
                    String kind,
            @QueryParam("all")
                    @Parameter(description = "`true` for acknowledged ones and those put off, too.", example = "true")
                    @Nullable
                    String all) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("client", client);
        filters.put("kind", kind);
        filters.put("all", all);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(alerts.page(seek), alert -> alert.id().toString(), AlertResponse::from);
    }

    @GET
    @Path("/{alertId}")
    @Transactional
    @Operation(
            operationId = "getAlert",
            summary = "Show an alert",
            description = "With its ETag, which acknowledging needs.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands.",
            content = @Content(schema = @Schema(implementation = AlertResponse.class)))
    public Response show(@PathParam("alertId") UUID id) {
        Alert alert = alerts.get(id);
        return Reply.ok(AlertResponse.from(alert)).withTag(alert).toResponse();
    }

    @POST
    @Path("/{alertId}/acknowledgements")
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "Acknowledge an alert",
            description = "It stays until it is cured, and is not listed any more.")
    @APIResponse(
            responseCode = "201",
            description = "Acknowledged.",
            content = @Content(schema = @Schema(implementation = AlertResponse.class)))
    public Response acknowledge(
            @PathParam("alertId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                id,
                () -> alerts.acknowledge(id, ifMatch),
                alert -> Reply.created("/v1/alerts/" + id, AlertResponse.from(alert))
                        .withTag(alert));
    }

    @POST
    @Path("/{alertId}/snoozes")
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
    @Operation(
            operationId = "snoozeAlert",
            summary = "Put an alert off",
            description = "It is not listed until that day. Codes: 422 `snooze-invalid`.")
    @APIResponse(
            responseCode = "201",
            description = "Put off.",
            content = @Content(schema = @Schema(implementation = AlertResponse.class)))
    public Response snooze(
            @PathParam("alertId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid SnoozeRequest request) {
        return idempotency.once(
                key,
                request,
                () -> alerts.snooze(id, ifMatch, request.until()),
                alert -> Reply.created("/v1/alerts/" + id, AlertResponse.from(alert))
                        .withTag(alert));
    }
}
