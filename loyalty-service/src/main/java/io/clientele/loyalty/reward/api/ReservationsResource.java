package io.clientele.loyalty.reward.api;

import io.clientele.loyalty.ledger.Reservation;
import io.clientele.loyalty.ledger.Reservations;
import io.clientele.loyalty.member.Member;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.reward.RedeemingPoints;
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
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code .../members/{memberId}/reservations}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}/reservations")
@Tag(name = "Redemption", description = "Points locked and spent: a reservation, then its redemption or cancellation.")
@RunOnVirtualThread
@Transactional
@RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.RELATIONSHIP_MANAGER, Roles.SERVICE_AGENT, Roles.SYSTEM, Roles.CLIENT})
class ReservationsResource {

    private final RedeemingPoints redeeming;
    private final Reservations reservations;
    private final Members members;
    private final Idempotency idempotency;

    ReservationsResource(
            RedeemingPoints redeeming, Reservations reservations, Members members, Idempotency idempotency) {
        this.redeeming = redeeming;
        this.reservations = reservations;
        this.members = members;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(summary = "Reserve points for a reward", description = """
                    Locks points (earliest expiry first) and stock until the deadline; reserved points do not expire meanwhile. \
                    409 `insufficient-points`, `out-of-stock`, `reward-not-offered`, `member-not-active`, `programme-not-active`.""")
    @APIResponse(
            responseCode = "201",
            description = "Reserved.",
            content = @Content(schema = @Schema(implementation = ReservationResponse.class)))
    public Response reservePoints(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReservationRequest request) {
        Duration hold = request.hold();
        return idempotency.onceWithKey(
                key,
                request,
                () -> redeeming.reserve(programmeId, memberId, request.rewardId(), request.units(), hold),
                reservation -> Reply.created(link(programmeId, reservation), ReservationResponse.from(reservation))
                        .withTag(reservation));
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
    @Operation(summary = "List a member's reservations", description = "Oldest first.")
    @APIResponse(responseCode = "200", description = "A page of reservations.")
    public Page<ReservationResponse> listReservations(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @Parameter(
                            description = "Only reservations in this state.",
                            schema = @Schema(implementation = Reservation.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        Member member = members.get(programmeId, memberId);
        PageRequest.Seek seek = page.seek(Collections.singletonMap("state", state));
        return seek.page(
                reservations.of(
                        member.id(),
                        seek.filter("state", Reservation.State::valueOf),
                        seek.after(UUID::fromString),
                        seek.fetch()),
                reservation -> reservation.id().toString(),
                ReservationResponse::from);
    }

    @GET
    @Path("/{reservationId}")
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
    @Operation(summary = "Read a reservation", description = "With its entity tag.")
    @APIResponse(
            responseCode = "200",
            description = "The reservation.",
            content = @Content(schema = @Schema(implementation = ReservationResponse.class)))
    public Response getReservation(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @PathParam("reservationId") UUID reservationId) {
        Reservation reservation =
                reservations.get(members.get(programmeId, memberId).id(), reservationId);
        return Reply.ok(ReservationResponse.from(reservation))
                .withTag(reservation)
                .toResponse();
    }

    @POST
    @Path("/{reservationId}/cancellations")
    @Operation(summary = "Cancel a reservation", description = """
                    Gives points back to the lots they came from, with their own expiry (those past it expire at once), and units to the stock. \
                    409 `reservation-ended`.""")
    @APIResponse(
            responseCode = "201",
            description = "The cancelled reservation.",
            content = @Content(schema = @Schema(implementation = ReservationResponse.class)))
    public Response cancelReservation(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @PathParam("reservationId") UUID reservationId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.onceWithKey(
                key,
                "cancellation",
                () -> redeeming.cancel(programmeId, memberId, reservationId, ifMatch),
                reservation -> Reply.created(link(programmeId, reservation), ReservationResponse.from(reservation))
                        .withTag(reservation));
    }

    private static String link(UUID programmeId, Reservation reservation) {
        return "/v1/loyalty-programmes/" + programmeId + "/members/" + reservation.memberId() + "/reservations/"
                + reservation.id();
    }
}
