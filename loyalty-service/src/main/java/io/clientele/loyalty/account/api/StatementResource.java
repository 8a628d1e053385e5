package io.clientele.loyalty.account.api;

import io.clientele.loyalty.account.PointsAccounts;
import io.clientele.loyalty.account.Transaction;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
class StatementResource {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final ShownAccount accounts;
    private final PointsAccounts points;
    private final Clock clock;

    StatementResource(ShownAccount accounts, PointsAccounts points, Clock clock) {
        this.accounts = accounts;
        this.points = points;
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

            @Schema(description = "Points that could be spent when the period began.", examples = "500")
            long opening,

            @Schema(description = "Points that could be spent when it ended.", examples = "512")
            long closing,

            @Schema(description = "Transactions by their own time, oldest first.")
            List<TransactionResponse> items,

            @Schema(description = "Cursor of the following page; absent on the last.", examples = "eyJhZnRlciI6IjQyIn0")
            @Nullable
            String next) {}

    @GET
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
    @Operation(summary = "Read a member's statement", description = """
                    The transactions of the business days `from` to `to` (both included, in the programme's time zone) with the lots they touched, \
                    between what the member could spend before and after. 400 `period-malformed`, `currency-unknown`.""")
    @APIResponse(responseCode = "200", description = "The statement, a page of transactions at a time.")
    public StatementResponse getStatement(
            @PathParam("programmeId") @Parameter(description = "Id of the programme.") UUID programmeId,
            @PathParam("memberId") @Parameter(description = "Id of the member.") UUID memberId,
            @Parameter(
                            description = "First business day; the first of this month when absent.",
                            example = "1994-04-01",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "Last business day; today when absent.",
                            example = "1994-04-30",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(
                            description = "Code of the currency of points; the programme's main one when absent.",
                            example = "POINTS")
                    @QueryParam("currency")
                    @Nullable
                    String currency,
            @BeanParam PageRequest page) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("from", from);
        filters.put("to", to);
        filters.put("currency", currency);
        PageRequest.Seek seek = page.seek(filters);
        ShownAccount.Account account = accounts.find(programmeId, memberId, seek.filter("currency"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), account.zone());
        LocalDate first = day(seek, "from", today.withDayOfMonth(1));
        LocalDate last = day(seek, "to", today);
        Instant begin = first.atStartOfDay(account.zone()).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(account.zone()).toInstant();
        List<Transaction> rows = points.transactions(
                account.memberId(), account.currency(), begin, end, seek.after(UUID::fromString), seek.fetch());
        Map<UUID, List<Transaction.Entry>> entries =
                points.entries(rows.stream().map(Transaction::id).toList());
        Page<TransactionResponse> shown = seek.page(
                rows,
                row -> row.id().toString(),
                row -> TransactionResponse.from(row, entries.getOrDefault(row.id(), List.of()), null));
        return new StatementResponse(
                account.memberId(),
                account.currency(),
                first,
                last,
                points.spendableAt(account.memberId(), account.currency(), begin),
                points.spendableAt(account.memberId(), account.currency(), end),
                shown.items(),
                shown.next());
    }

    private static LocalDate day(PageRequest.Seek seek, String name, LocalDate otherwise) {
        String given = seek.filter(name);
        if (given == null) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(given);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // answered below
        }
        throw ProblemException.malformed(
                "period-malformed",
                "A statement is of the business days from and to.",
                new FieldError("query:" + name, "is a date such as 1994-04-30"));
    }
}
