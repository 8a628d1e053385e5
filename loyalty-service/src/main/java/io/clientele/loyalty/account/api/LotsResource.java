package io.clientele.loyalty.account.api;

import io.clientele.loyalty.account.OpenLot;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code .../members/{memberId}/lots}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}/lots")
@Tag(name = "Points")
@RunOnVirtualThread
@Transactional
class LotsResource {

    private static final int MOST = 1000;

    private final ShownAccount accounts;
    private final PointsAccounts points;

    LotsResource(ShownAccount accounts, PointsAccounts points) {
        this.accounts = accounts;
        this.points = points;
    }

    /** An open lot as callers see it. */
    @Schema(name = "Lot", description = "What is left of one earning.")
    record LotResponse(
            @Schema(description = "Number of the lot.", examples = "4711")
            long id,

            @Schema(description = "The transaction that earned it.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110008")
            UUID transactionId,

            @Schema(description = "Key of the earning rule.", examples = "household-payments")
            String rule,

            @Schema(description = "Version of the programme that judged it.", examples = "1")
            int programmeVersion,

            @Schema(description = "The bank's own id of the activity.", examples = "trans-3530438")
            String sourceId,

            Instant earnedAt,

            @Schema(description = "First instant it can no longer be spent; absent when it does not expire.") @Nullable
            Instant expiresAt,

            @Schema(description = "Points as earned.", examples = "12")
            long points,

            @Schema(examples = "0") long pending,
            @Schema(examples = "12") long available,
            @Schema(examples = "0") long reserved) {

        static LotResponse from(OpenLot lot) {
            return new LotResponse(
                    lot.id(),
                    lot.transactionId(),
                    lot.rule(),
                    lot.programmeVersion(),
                    lot.sourceId(),
                    lot.earnedAt(),
                    lot.expiresAt(),
                    lot.points(),
                    lot.pending(),
                    lot.available(),
                    lot.reserved());
        }
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
    @Operation(summary = "List a member's open lots", description = """
                    The first 1,000 in the order they are spent: earliest expiry first, those that never expire last, then oldest first. \
                    400 `currency-unknown`.""")
    @APIResponse(responseCode = "200", description = "The open lots.")
    public List<LotResponse> listLots(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @Parameter(
                            description = "Code of the currency of points; the programme's main one when absent.",
                            example = "POINTS")
                    @QueryParam("currency")
                    @Nullable
                    String currency) {
        ShownAccount.Account account = accounts.find(programmeId, memberId, currency);
        return points.openLots(account.memberId(), account.currency(), MOST).stream()
                .map(LotResponse::from)
                .toList();
    }
}
