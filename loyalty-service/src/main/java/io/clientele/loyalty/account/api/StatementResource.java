package io.clientele.loyalty.account.api;

import io.clientele.loyalty.account.PointsAccounts;
import io.clientele.loyalty.account.StatementPeriod;
import io.clientele.loyalty.account.Transaction;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.clientele.platform.report.PdfRenderer;
import io.clientele.platform.report.ReportFormat;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code .../members/{memberId}/statement}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}/statement")
@Tag(name = "Points")
@RunOnVirtualThread
@Transactional
@RolesAllowed({
    Roles.LOYALTY_OPERATOR,
    Roles.LOYALTY_APPROVER,
    Roles.FINANCE,
    Roles.COMPLIANCE,
    Roles.AUDITOR,
    Roles.RELATIONSHIP_MANAGER,
    Roles.TEAM_LEADER,
    Roles.SERVICE_AGENT,
    Roles.CLIENT
})
class StatementResource {

    private final ShownAccount accounts;
    private final PointsAccounts points;
    private final PrintedStatement statements;
    private final PdfRenderer printer;
    private final Clock clock;

    StatementResource(
            ShownAccount accounts,
            PointsAccounts points,
            PrintedStatement statements,
            PdfRenderer printer,
            Clock clock) {
        this.accounts = accounts;
        this.points = points;
        this.statements = statements;
        this.printer = printer;
        this.clock = clock;
    }

    /** A statement as callers see it. */
    @Schema(name = "Statement", description = "A member's transactions of a period, between two balances.")
    record StatementResponse(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
            UUID memberId,

            @Schema(description = "Code of the currency of points.", examples = "POINTS")
            String currency,

            @Schema(description = "First business day.", examples = "1994-04-01")
            LocalDate from,

            @Schema(description = "Last business day.", examples = "1994-04-30")
            LocalDate to,

            @Schema(description = "What was recorded later is left out.")
            Instant knownAt,

            @Schema(description = "Points that could be spent when the period began.", examples = "500")
            long opening,

            @Schema(description = "Points that could be spent when it ended.", examples = "512")
            long closing,

            @Schema(description = "Transactions by their own time, oldest first.")
            List<TransactionResponse> items,

            @Schema(description = "Cursor of the following page; absent on the last.", examples = "eyJhZnRlciI6IjQyIn0")
            @Nullable
            String next) {}

    /** Which statement is asked for. */
    static final class Asked {

        @Parameter(
                description = "First business day; the first of this month when absent.",
                example = "1994-04-01",
                schema = @Schema(type = SchemaType.STRING, format = "date"))
        @QueryParam("from")
        @Nullable
        String from;

        @Parameter(
                description = "Last business day; today when absent.",
                example = "1994-04-30",
                schema = @Schema(type = SchemaType.STRING, format = "date"))
        @QueryParam("to")
        @Nullable
        String to;

        @Parameter(
                description = "Only what was recorded until then; now when absent.",
                example = "1994-05-02T12:00:00Z",
                schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        @QueryParam("knownAt")
        @Nullable
        String knownAt;

        @Parameter(
                description = "Code of the currency of points; the programme's main one when absent.",
                example = "POINTS")
        @QueryParam("currency")
        @Nullable
        String currency;

        Map<String, @Nullable String> filters() {
            Map<String, @Nullable String> filters = new HashMap<>();
            filters.put("from", from);
            filters.put("to", to);
            filters.put("currency", currency);
            filters.put("knownAt", knownAt);
            return filters;
        }
    }

    @GET
    @Operation(summary = "Read a member's statement", description = """
                    The transactions of the business days `from` to `to` (both included, in the programme's time zone) with the lots they touched, \
                    between what the member could spend before and after. With `knownAt`, as it was known then: what was recorded later, such as \
                    back-dated transactions and their reversals, is left out. 400 `period-malformed`, `currency-unknown`.""")
    @APIResponse(responseCode = "200", description = "The statement, a page of transactions at a time.")
    public StatementResponse getStatement(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @BeanParam Asked asked,
            @BeanParam PageRequest page) {
        PageRequest.Seek seek = page.seek(asked.filters());
        ShownAccount.Account account = accounts.find(programmeId, memberId, seek.filter("currency"));
        StatementPeriod period = StatementPeriod.of(
                seek.filter("from"), seek.filter("to"), seek.filter("knownAt"), clock.instant(), account.zone());
        List<Transaction> rows = points.transactions(
                account.memberId(), account.currency(), period, seek.after(UUID::fromString), seek.fetch());
        Map<UUID, List<Transaction.Entry>> entries =
                points.entries(rows.stream().map(Transaction::id).toList());
        Page<TransactionResponse> shown = seek.page(
                rows,
                row -> row.id().toString(),
                row -> TransactionResponse.from(row, entries.getOrDefault(row.id(), List.of()), null));
        return new StatementResponse(
                account.memberId(),
                account.currency(),
                period.from(),
                period.to(),
                period.knownAt(),
                points.spendableAt(account.memberId(), account.currency(), period.begin(), period.knownAt()),
                points.spendableAt(account.memberId(), account.currency(), period.end(), period.knownAt()),
                shown.items(),
                shown.next());
    }

    @GET
    @Path("/document")
    @Produces({MediaType.TEXT_HTML, PdfRenderer.MEDIA_TYPE})
    @Operation(
            summary = "Print a member's statement",
            description =
                    "As a page or as a PDF document, with at most 2,000 transactions. 400 `period-malformed`, `currency-unknown`, `parameter-malformed`.")
    @APIResponse(
            responseCode = "200",
            description = "The statement.",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = PdfRenderer.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response printStatement(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @Parameter(
                            description = "The form; `HTML` when absent.",
                            schema = @Schema(implementation = ReportFormat.class))
                    @QueryParam("format")
                    @Nullable
                    String format,
            @BeanParam Asked asked) {
        ReportFormat wanted = format(format);
        ShownAccount.Account account = accounts.find(programmeId, memberId, asked.currency);
        StatementPeriod period =
                StatementPeriod.of(asked.from, asked.to, asked.knownAt, clock.instant(), account.zone());
        return wanted.reply(printer, "statement", statements.page(account, period, asked.knownAt != null));
    }

    private static ReportFormat format(@Nullable String format) {
        for (ReportFormat candidate : ReportFormat.values()) {
            if (format == null || candidate.name().equals(format)) {
                return candidate;
            }
        }
        throw ProblemException.malformed(
                "parameter-malformed",
                "A statement is printed as HTML or PDF.",
                new FieldError("query:format", "is HTML or PDF"));
    }
}
