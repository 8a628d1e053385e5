package io.clientele.accountplan.document.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.accountplan.approval.PlanVersion;
import io.clientele.accountplan.approval.PlanVersions;
import io.clientele.accountplan.clients.ClientReference;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.document.PlanDocument;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.report.PdfRenderer;
import io.clientele.platform.report.ReportFormat;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(AccountPlan.PATH + "/{planId}")
@RunOnVirtualThread
@Tag(name = "Documents", description = "The plan as one to four pages, for the browser or to print.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST, Roles.COMPLIANCE, Roles.AUDITOR
})
class DocumentsResource {

    /** Who sees figures. */
    private static final Set<String> READERS =
            Set.of(Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.COMPLIANCE, Roles.AUDITOR);

    private final AccountPlans plans;
    private final PlanVersions versions;
    private final Clients clients;
    private final PlanDocument document;
    private final PdfRenderer printer;
    private final CurrentWork work;
    private final Clock clock;

    DocumentsResource(
            AccountPlans plans,
            PlanVersions versions,
            Clients clients,
            PlanDocument document,
            PdfRenderer printer,
            CurrentWork work,
            Clock clock) {
        this.plans = plans;
        this.versions = versions;
        this.clients = clients;
        this.document = document;
        this.printer = printer;
        this.work = work;
        this.clock = clock;
    }

    @GET
    @Path("/versions/{number}/document")
    @Produces({MediaType.TEXT_HTML, PdfRenderer.MEDIA_TYPE})
    @Transactional
    @Operation(
            operationId = "getAccountPlanVersionDocument",
            summary = "Read an approved version as a document",
            description = """
            HTML or PDF, by `Accept`. Written from what the version kept: exposures, rates and figures as approved then, with the \
            hash of the content. Product specialists get no figures.""")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = PdfRenderer.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response version(
            @PathParam("planId") UUID id,
            @PathParam("number") @Parameter(description = "Number of the version, from 1.", example = "1") int number,
            @Context HttpHeaders headers) {
        AccountPlan plan = plans.get(id);
        PlanVersion version = versions.get(plan, number);
        LocalDate day = LocalDate.ofInstant(version.approvedAt(), ZoneOffset.UTC);
        return reply(
                headers,
                plan,
                versions.content(version, seesFigures()),
                new PlanDocument.Cover(
                        name(plan),
                        "Version " + number + ", approved by " + version.approvedBy() + " on " + day,
                        day,
                        version.contentHash()));
    }

    @GET
    @Path("/document")
    @Produces({MediaType.TEXT_HTML, PdfRenderer.MEDIA_TYPE})
    @Transactional
    @Operation(
            operationId = "getAccountPlanDocument",
            summary = "Read the working copy as a document",
            description = """
            HTML or PDF, by `Accept`: the plan as it stands now. Product specialists get no figures.""")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = PdfRenderer.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response workingCopy(@PathParam("planId") UUID id, @Context HttpHeaders headers) {
        AccountPlan plan = plans.get(id);
        return reply(
                headers,
                plan,
                versions.contentNow(plan, seesFigures()),
                new PlanDocument.Cover(
                        name(plan),
                        "Working copy of version " + plan.draftVersion() + ", "
                                + plan.state().name().toLowerCase(Locale.ROOT),
                        LocalDate.now(clock),
                        null));
    }

    private Response reply(HttpHeaders headers, AccountPlan plan, JsonNode content, PlanDocument.Cover cover) {
        return ReportFormat.accepted(headers)
                .reply(printer, "account-plan-" + plan.id(), document.write(content, cover));
    }

    private String name(AccountPlan plan) {
        String name =
                clients.reference(plan.clientId()).map(ClientReference::name).orElse(null);
        return name == null ? plan.clientId() : name;
    }

    private boolean seesFigures() {
        return READERS.stream().anyMatch(work.caller()::has);
    }
}
