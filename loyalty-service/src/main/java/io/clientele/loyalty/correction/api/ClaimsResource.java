package io.clientele.loyalty.correction.api;

import io.clientele.loyalty.correction.Claim;
import io.clientele.loyalty.correction.ClaimingPoints;
import io.clientele.loyalty.correction.Claims;
import io.clientele.loyalty.correction.api.ClaimRequests.ClaimRequest;
import io.clientele.loyalty.correction.api.ClaimRequests.GrantRequest;
import io.clientele.loyalty.correction.api.ClaimRequests.RejectionRequest;
import io.clientele.loyalty.programme.Programmes;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/loyalty-programmes/{programmeId}/claims}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/claims")
@Tag(name = "Claims", description = "Members' claims for points that were not credited, and their decision.")
@RunOnVirtualThread
@Transactional
@RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER})
class ClaimsResource {

    private final ClaimingPoints claiming;
    private final Claims claims;
    private final Programmes programmes;
    private final Idempotency idempotency;

    ClaimsResource(ClaimingPoints claiming, Claims claims, Programmes programmes, Idempotency idempotency) {
        this.claiming = claiming;
        this.claims = claims;
        this.programmes = programmes;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.RELATIONSHIP_MANAGER, Roles.SERVICE_AGENT, Roles.CLIENT})
    @Operation(
            summary = "Claim missing points",
            description = "409 `member-left`, `programme-closed`; 422 `currency-unknown`.")
    @APIResponse(
            responseCode = "201",
            description = "The claim, open.",
            content = @Content(schema = @Schema(implementation = ClaimResponse.class)))
    public Response openClaim(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ClaimRequest request) {
        Claim.Case claimed = request.toCase();
        return done(key, request, () -> claiming.open(programmeId, request.memberId(), claimed));
    }

    @GET
    @RolesAllowed({
        Roles.LOYALTY_OPERATOR,
        Roles.LOYALTY_APPROVER,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.RELATIONSHIP_MANAGER,
        Roles.CLIENT
    })
    @Operation(summary = "List claims", description = "Those in the caller's scope, oldest first.")
    @APIResponse(responseCode = "200", description = "A page of claims.")
    public Page<ClaimResponse> listClaims(
            @PathParam("programmeId") UUID programmeId,
            @Parameter(
                            description = "Only this member's claims.",
                            example = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003",
                            schema = @Schema(implementation = UUID.class))
                    @QueryParam("member")
                    @Nullable
                    String member,
            @Parameter(description = "Only claims in this state.", schema = @Schema(implementation = Claim.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        programmes.get(programmeId);
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("member", member);
        filters.put("state", state);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(
                claims.page(
                        programmeId,
                        seek.filter("member", UUID::fromString),
                        seek.filter("state", Claim.State::valueOf),
                        seek.after(UUID::fromString),
                        seek.fetch()),
                claim -> claim.id().toString(),
                ClaimResponse::from);
    }

    @GET
    @Path("/{claimId}")
    @RolesAllowed({
        Roles.LOYALTY_OPERATOR,
        Roles.LOYALTY_APPROVER,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.RELATIONSHIP_MANAGER,
        Roles.SERVICE_AGENT,
        Roles.CLIENT
    })
    @Operation(summary = "Read a claim", description = "With what was granted and its entity tag.")
    @APIResponse(
            responseCode = "200",
            description = "The claim.",
            content = @Content(schema = @Schema(implementation = ClaimResponse.class)))
    public Response getClaim(@PathParam("programmeId") UUID programmeId, @PathParam("claimId") UUID claimId) {
        Claim claim = claims.get(programmeId, claimId);
        return Reply.ok(ClaimResponse.from(claim)).withTag(claim).toResponse();
    }

    @POST
    @Path("/{claimId}/grants")
    @Operation(summary = "Grant a claim", description = """
                    Makes an adjustment with the reason `MISSING_POINTS`: up to the programme's `adjustmentLimit` the points move at once, above it \
                    when the adjustment is approved. 403 `four-eyes` for who opened it; 409 `claim-decided`, `programme-closed`.""")
    @APIResponse(
            responseCode = "201",
            description = "The claim, granted.",
            content = @Content(schema = @Schema(implementation = ClaimResponse.class)))
    public Response grantClaim(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("claimId") UUID claimId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid GrantRequest request) {
        return moved(
                key,
                request,
                () -> claiming.grant(
                        programmeId, claimId, ifMatch, request.points(), request.expiresOn(), request.answer()));
    }

    @POST
    @Path("/{claimId}/rejections")
    @Operation(summary = "Reject a claim", description = "403 `four-eyes` for who opened it; 409 `claim-decided`.")
    @APIResponse(
            responseCode = "201",
            description = "The claim, rejected.",
            content = @Content(schema = @Schema(implementation = ClaimResponse.class)))
    public Response rejectClaim(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("claimId") UUID claimId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RejectionRequest request) {
        return done(key, request, () -> claiming.reject(programmeId, claimId, ifMatch, request.answer()));
    }

    @POST
    @Path("/{claimId}/withdrawals")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.RELATIONSHIP_MANAGER, Roles.SERVICE_AGENT, Roles.CLIENT})
    @Operation(summary = "Take a claim back", description = "409 `claim-decided`.")
    @APIResponse(
            responseCode = "201",
            description = "The claim, withdrawn.",
            content = @Content(schema = @Schema(implementation = ClaimResponse.class)))
    public Response withdrawClaim(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("claimId") UUID claimId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return done(key, "withdrawal", () -> claiming.withdraw(programmeId, claimId, ifMatch));
    }

    private Response done(@Nullable String key, Object request, Supplier<Claim> command) {
        return idempotency.once(key, request, command, ClaimsResource::reply);
    }

    private Response moved(@Nullable String key, Object request, Supplier<Claim> command) {
        return idempotency.onceWithKey(key, request, command, ClaimsResource::reply);
    }

    private static Reply reply(Claim claim) {
        return Reply.created(claim.link(), ClaimResponse.from(claim)).withTag(claim);
    }
}
