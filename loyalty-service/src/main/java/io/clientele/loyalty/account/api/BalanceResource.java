package io.clientele.loyalty.account.api;

import io.clientele.loyalty.account.PointsAccounts;
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
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code .../members/{memberId}/balance}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}/balance")
@Tag(name = "Points")
@RunOnVirtualThread
@Transactional
class BalanceResource {

    private final ShownAccount accounts;
    private final PointsAccounts points;
    private final Clock clock;

    BalanceResource(ShownAccount accounts, PointsAccounts points, Clock clock) {
        this.accounts = accounts;
        this.points = points;
        this.clock = clock;
    }

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
    @Operation(
            summary = "Read a member's balance",
            description =
                    "Points that can be spent, are locked, owed or about to expire, and totals. 400 `currency-unknown`.")
    @APIResponse(responseCode = "200", description = "The balance now.")
    public BalanceResponse getBalance(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @Parameter(
                            description = "Code of the currency of points; the programme's main one when absent.",
                            example = "POINTS")
                    @QueryParam("currency")
                    @Nullable
                    String currency) {
        ShownAccount.Account account = accounts.find(programmeId, memberId, currency);
        Instant now = clock.instant();
        return BalanceResponse.from(account, points.balance(account.memberId(), account.currency(), now), now);
    }
}
