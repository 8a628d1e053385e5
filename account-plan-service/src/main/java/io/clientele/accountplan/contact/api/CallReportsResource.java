package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.contact.CallReports;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/clients/{clientId}/call-reports")
@RunOnVirtualThread
@Tag(name = "Contacts")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST, Roles.COMPLIANCE, Roles.AUDITOR
})
class CallReportsResource {

    /** Who sees confidential notes. */
    private static final Set<String> READERS =
            Set.of(Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.COMPLIANCE, Roles.AUDITOR);

    private final Clients clients;
    private final CallReports reports;
    private final CurrentWork work;
    private final Idempotency idempotency;

    CallReportsResource(Clients clients, CallReports reports, CurrentWork work, Idempotency idempotency) {
        this.clients = clients;
        this.reports = reports;
        this.work = work;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST})
    @Operation(operationId = "recordCallReport", summary = "Record a conversation", description = """
            For everybody of the bank who sees the client. A next action with its owner and day is required. Publishes \
            `call-report.recorded`, without what was said, and `coverage.gap-closed` for what it covers. Codes: 422 \
            `contact-unknown`, `held-in-future`.""")
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = CallReportResponse.class)))
    public Response record(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid CallReportRequest request) {
        return idempotency.once(
                key,
                request,
                () -> reports.record(clientId, request.terms()),
                report -> Reply.created(report.path(), CallReportResponse.from(report, seesConfidential())));
    }

    @GET
    @Transactional
    @Operation(operationId = "listCallReports", summary = "List what was said with a client", description = """
            The newest first: the history of the relationship. Confidential notes are left out for product specialists.""")
    @APIResponse(responseCode = "200", description = "One page of reports.")
    public Page<CallReportResponse> list(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @BeanParam PageRequest page) {
        clients.requireVisible(clientId);
        PageRequest.Seek seek = page.seek(Map.of());
        boolean confidential = seesConfidential();
        return seek.page(
                reports.page(clientId, seek),
                report -> report.id().toString(),
                report -> CallReportResponse.from(report, confidential));
    }

    @GET
    @Path("/{callReportId}")
    @Transactional
    @Operation(operationId = "getCallReport", summary = "Show a call report", description = "It never changes.")
    @APIResponse(responseCode = "200", description = "The report.")
    public CallReportResponse show(
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId,
            @PathParam("callReportId") @Parameter(description = "Id of the report.") UUID id) {
        return CallReportResponse.from(reports.get(clientId, id), seesConfidential());
    }

    private boolean seesConfidential() {
        return READERS.stream().anyMatch(work.caller()::has);
    }
}
