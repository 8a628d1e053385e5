package io.clientele.accountplan.document.api;

import io.clientele.accountplan.document.PortfolioDocument;
import io.clientele.accountplan.portfolio.Portfolio;
import io.clientele.accountplan.portfolio.Portfolios;
import io.clientele.accountplan.rates.FxRates;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/portfolios/{manager}/document")
@RunOnVirtualThread
@Tag(name = "Documents")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.COMPLIANCE, Roles.AUDITOR})
class PortfolioDocumentsResource {

    private final Portfolios portfolios;
    private final PortfolioDocument document;
    private final PdfRenderer printer;
    private final FxRates rates;
    private final Clock clock;

    PortfolioDocumentsResource(
            Portfolios portfolios, PortfolioDocument document, PdfRenderer printer, FxRates rates, Clock clock) {
        this.portfolios = portfolios;
        this.document = document;
        this.printer = printer;
        this.rates = rates;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.TEXT_HTML, PdfRenderer.MEDIA_TYPE})
    @Transactional
    @Operation(operationId = "getPortfolioDocument", summary = "Read a portfolio as a document", description = """
            HTML or PDF, by `Accept`: the clients of the manager that you may see. 404 when you see none. 422 \
            `fx-rate-missing`.""")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = PdfRenderer.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response show(
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
                    LocalDate on,
            @Context HttpHeaders headers) {
        Portfolio portfolio = portfolios.of(manager, rates.currency(currency), on);
        return ReportFormat.accepted(headers)
                .reply(
                        printer,
                        "portfolio",
                        document.write(manager, portfolio, on == null ? LocalDate.now(clock) : on));
    }
}
