package io.clientele.loyalty.reward.api;

import io.clientele.loyalty.member.Member;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.reward.Fulfilling;
import io.clientele.loyalty.reward.RedeemingPoints;
import io.clientele.loyalty.reward.Redemption;
import io.clientele.loyalty.reward.Redemptions;
import io.clientele.loyalty.reward.Vouchers;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code .../members/{memberId}/redemptions}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}/redemptions")
@Tag(name = "Redemption")
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
class RedemptionsResource {

    private final RedeemingPoints redeeming;
    private final Fulfilling fulfilling;
    private final Redemptions redemptions;
    private final Vouchers vouchers;
    private final Members members;
    private final Idempotency idempotency;

    RedemptionsResource(
            RedeemingPoints redeeming,
            Fulfilling fulfilling,
            Redemptions redemptions,
            Vouchers vouchers,
            Members members,
            Idempotency idempotency) {
        this.vouchers = vouchers;
        this.redeeming = redeeming;
        this.fulfilling = fulfilling;
        this.redemptions = redemptions;
        this.members = members;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.RELATIONSHIP_MANAGER, Roles.SERVICE_AGENT, Roles.SYSTEM, Roles.CLIENT})
    @Operation(summary = "Redeem points", description = """
                    Spends what a reservation holds, or points on a reward at once, earliest expiry first. Concurrent redeemers get exactly what \
                    balance and stock allow. 409 `insufficient-points`, `out-of-stock`, `reservation-ended`, `reward-not-offered`, \
                    `member-not-active`, `programme-not-active`, `purchase-limit-reached`; for gifts also `gift-refused`, `gift-needs-compliance`, \
                    `gift-limit-reached`.""")
    @APIResponse(
            responseCode = "201",
            description = "Redeemed.",
            content = @Content(schema = @Schema(implementation = RedemptionResponse.class)))
    public Response redeemPoints(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RedemptionRequest request) {
        request.check();
        UUID reservation = request.reservationId();
        UUID reward = request.rewardId();
        return idempotency.onceWithKey(
                key,
                request,
                () -> reward != null
                        ? redeeming.redeem(programmeId, memberId, reward, request.units())
                        : redeeming.redeemReserved(programmeId, memberId, Objects.requireNonNull(reservation)),
                redemption -> Reply.created(redemption.link(programmeId), response(redemption))
                        .withTag(redemption));
    }

    @GET
    @Operation(summary = "List a member's redemptions", description = "Oldest first; without voucher codes.")
    @APIResponse(responseCode = "200", description = "A page of redemptions.")
    public Page<RedemptionResponse> listRedemptions(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @BeanParam PageRequest page) {
        Member member = members.get(programmeId, memberId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                redemptions.page(member.id(), seek.after(UUID::fromString), seek.fetch()),
                redemption -> redemption.id().toString(),
                redemption -> RedemptionResponse.from(redemption, List.of()));
    }

    @GET
    @Path("/{redemptionId}")
    @Operation(
            summary = "Read a redemption",
            description =
                    "With the transaction in the ledger that paid for it, the codes of its vouchers and its entity tag.")
    @APIResponse(
            responseCode = "200",
            description = "The redemption.",
            content = @Content(schema = @Schema(implementation = RedemptionResponse.class)))
    public Response getRedemption(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @PathParam("redemptionId") UUID redemptionId) {
        Redemption redemption =
                redemptions.get(members.get(programmeId, memberId).id(), redemptionId);
        return Reply.ok(response(redemption)).withTag(redemption).toResponse();
    }

    @POST
    @Path("/{redemptionId}/cancellations")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.SERVICE_AGENT, Roles.SYSTEM})
    @Operation(summary = "Cancel a redemption", description = """
                    Gives points back to the lots they came from, with their own expiry: what is past it expires at once, unless the programme's \
                    policy grants days of grace. Units go back to the stock; vouchers that were given stay given. 409 `redemption-cancelled`, \
                    `exceeds-remaining`.""")
    @APIResponse(
            responseCode = "201",
            description = "The redemption.",
            content = @Content(schema = @Schema(implementation = RedemptionResponse.class)))
    public Response cancelRedemption(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @PathParam("redemptionId") UUID redemptionId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RedemptionCancellationRequest request) {
        return idempotency.onceWithKey(
                key,
                request,
                () -> redeeming.takeBack(programmeId, memberId, redemptionId, ifMatch, request.quantity()),
                redemption -> Reply.created(redemption.link(programmeId), response(redemption))
                        .withTag(redemption));
    }

    @POST
    @Path("/{redemptionId}/fulfilments")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.SYSTEM})
    @Operation(summary = "Report how far a delivery is", description = """
                    `FULFILLED` ends it; `FAILED` takes the redemption back, and its points return as with a cancellation. What is not delivered by \
                    `fulfilBy` is taken back by itself. 409 `fulfilment-ended`, `redemption-cancelled`.""")
    @APIResponse(
            responseCode = "201",
            description = "The redemption.",
            content = @Content(schema = @Schema(implementation = RedemptionResponse.class)))
    public Response reportFulfilment(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @PathParam("redemptionId") UUID redemptionId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid FulfilmentRequest request) {
        Redemption.Fulfilment reached = request.reached();
        return idempotency.onceWithKey(
                key,
                request,
                () -> fulfilling.report(programmeId, memberId, redemptionId, ifMatch, reached, request.reference()),
                redemption -> Reply.created(redemption.link(programmeId), response(redemption))
                        .withTag(redemption));
    }

    private RedemptionResponse response(Redemption redemption) {
        return RedemptionResponse.from(redemption, vouchers.of(redemption.id()));
    }
}
