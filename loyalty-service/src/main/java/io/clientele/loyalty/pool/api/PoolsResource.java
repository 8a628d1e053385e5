package io.clientele.loyalty.pool.api;

import io.clientele.loyalty.account.PointsAccounts;
import io.clientele.loyalty.ledger.Transfers;
import io.clientele.loyalty.pool.Pool;
import io.clientele.loyalty.pool.Pooling;
import io.clientele.loyalty.pool.api.PoolRequests.ContributionRequest;
import io.clientele.loyalty.pool.api.PoolRequests.MandateRequest;
import io.clientele.loyalty.pool.api.PoolRequests.MateRequest;
import io.clientele.loyalty.pool.api.PoolRequests.PoolRequest;
import io.clientele.loyalty.pool.api.PoolRequests.SpendRequest;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.reward.RedeemingPoints;
import io.clientele.loyalty.reward.Vouchers;
import io.clientele.loyalty.reward.api.RedemptionResponse;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
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

/** {@code /v1/loyalty-programmes/{programmeId}/pools}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/pools")
@Tag(name = "Pools", description = "Households and companies that save and spend points together.")
@RunOnVirtualThread
@Transactional
@RolesAllowed({Roles.LOYALTY_OPERATOR})
class PoolsResource {

    private final Pooling pooling;
    private final RedeemingPoints redeeming;
    private final Vouchers vouchers;
    private final PointsAccounts points;
    private final Programmes programmes;
    private final Idempotency idempotency;
    private final Clock clock;

    PoolsResource(
            Pooling pooling,
            RedeemingPoints redeeming,
            Vouchers vouchers,
            PointsAccounts points,
            Programmes programmes,
            Idempotency idempotency,
            Clock clock) {
        this.pooling = pooling;
        this.redeeming = redeeming;
        this.vouchers = vouchers;
        this.points = points;
        this.programmes = programmes;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** What a pool holds of one currency. */
    @Schema(name = "PoolBalance", description = "What a pool holds of one currency.")
    record PoolBalanceResponse(
            @Schema(description = "Code of the currency of points.", examples = "POINTS")
            String currency,

            @Schema(description = "Points that can be spent now.", examples = "900")
            long available,

            @Schema(description = "Points that wait for activation.", examples = "0")
            long pending,

            @Schema(description = "Points the pool owes.", examples = "0")
            long arrears) {}

    /** What was put in. */
    @Schema(name = "Contribution", description = "Points put into a pool.")
    record ContributionResponse(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e11000b")
            UUID transferId,

            @Schema(description = "The member's transaction.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e11000c")
            UUID outTransactionId,

            @Schema(description = "Points the member can spend after it.", examples = "412")
            long available) {

        static ContributionResponse from(Transfers.Made made) {
            return new ContributionResponse(made.transferId(), made.outTransactionId(), made.available());
        }
    }

    @POST
    @Operation(
            summary = "Open a pool",
            description = "409 `already-pooled`, `member-not-active`, `programme-not-active`.")
    @APIResponse(
            responseCode = "201",
            description = "The pool.",
            content = @Content(schema = @Schema(implementation = PoolResponse.class)))
    public Response openPool(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PoolRequest request) {
        return done(
                key,
                request,
                () -> pooling.open(
                        programmeId, request.ownerMemberId(), request.name(), request.kind(), request.earnsHere()));
    }

    @GET
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(summary = "List pools", description = "Oldest first.")
    @APIResponse(responseCode = "200", description = "A page of pools.")
    public Page<PoolResponse> listPools(@PathParam("programmeId") UUID programmeId, @BeanParam PageRequest page) {
        programmes.get(programmeId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                pooling.page(programmeId, seek.after(UUID::fromString), seek.fetch()),
                pool -> pool.id().toString(),
                pool -> PoolResponse.from(pool, pooling.mates(pool.id())));
    }

    @GET
    @Path("/{poolId}")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(summary = "Read a pool", description = "With its members, their mandates and its entity tag.")
    @APIResponse(
            responseCode = "200",
            description = "The pool.",
            content = @Content(schema = @Schema(implementation = PoolResponse.class)))
    public Response getPool(@PathParam("programmeId") UUID programmeId, @PathParam("poolId") UUID poolId) {
        Pool pool = pooling.get(programmeId, poolId);
        return Reply.ok(PoolResponse.from(pool, pooling.mates(poolId)))
                .withTag(pool)
                .toResponse();
    }

    @GET
    @Path("/{poolId}/balances")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.FINANCE, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(summary = "Read a pool's balances", description = "One per currency of the programme in force.")
    @APIResponse(responseCode = "200", description = "The balances now.")
    public List<PoolBalanceResponse> getPoolBalances(
            @PathParam("programmeId") UUID programmeId, @PathParam("poolId") UUID poolId) {
        pooling.get(programmeId, poolId);
        LoyaltyProgramme programme = programmes.get(programmeId);
        return programme.inForceAt(clock.instant()).stream()
                .flatMap(version -> version.terms().currencyCodes().stream())
                .map(currency -> {
                    var balance = points.balance(poolId, currency, clock.instant());
                    return new PoolBalanceResponse(currency, balance.available(), balance.pending(), balance.arrears());
                })
                .toList();
    }

    @POST
    @Path("/{poolId}/members")
    @Operation(
            summary = "Let a member into a pool",
            description = "409 `already-pooled`, `pool-dissolved`, `member-not-active`, `programme-not-active`.")
    @APIResponse(
            responseCode = "201",
            description = "The pool.",
            content = @Content(schema = @Schema(implementation = PoolResponse.class)))
    public Response joinPool(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("poolId") UUID poolId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid MateRequest request) {
        return done(
                key,
                request,
                () -> pooling.join(
                        programmeId, poolId, ifMatch, request.memberId(), request.earnsHere(), request.mandate()));
    }

    @PUT
    @Path("/{poolId}/members/{memberId}")
    @Operation(
            summary = "Change a member's mandate",
            description =
                    "How much the member may spend a month, from now on, and where the own earnings go. 409 `not-pooled-here`, `pool-dissolved`.")
    @APIResponse(
            responseCode = "200",
            description = "The pool.",
            content = @Content(schema = @Schema(implementation = PoolResponse.class)))
    public Response changeMandate(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("poolId") UUID poolId,
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid MandateRequest request) {
        Pool pool = pooling.mandate(programmeId, poolId, ifMatch, memberId, request.earnsHere(), request.mandate());
        return Reply.ok(PoolResponse.from(pool, pooling.mates(poolId)))
                .withTag(pool)
                .toResponse();
    }

    @POST
    @Path("/{poolId}/members/{memberId}/exits")
    @Operation(
            summary = "Let a member out of a pool",
            description =
                    "What is left of the member's own points goes along, with its expiry; what is pending stays. 409 `not-pooled-here`, `pool-dissolved`.")
    @APIResponse(
            responseCode = "201",
            description = "The pool.",
            content = @Content(schema = @Schema(implementation = PoolResponse.class)))
    public Response leavePool(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("poolId") UUID poolId,
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key) {
        return moved(key, "exit", () -> pooling.leave(programmeId, poolId, ifMatch, memberId));
    }

    @POST
    @Path("/{poolId}/dissolutions")
    @Operation(
            summary = "Dissolve a pool",
            description =
                    "Everybody gets the own points back, with their expiry. 409 `pool-dissolved`, `pool-held-up`.")
    @APIResponse(
            responseCode = "201",
            description = "The pool, dissolved.",
            content = @Content(schema = @Schema(implementation = PoolResponse.class)))
    public Response dissolvePool(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("poolId") UUID poolId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key) {
        return moved(key, "dissolution", () -> pooling.dissolve(programmeId, poolId, ifMatch));
    }

    @POST
    @Path("/{poolId}/contributions")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.SYSTEM})
    @Operation(
            summary = "Put points of a member into the pool",
            description =
                    "Earliest expiry first; lots keep age, expiry and source, and stay marked with whose they are. 409 `not-pooled-here`, `insufficient-points`, `pool-dissolved`.")
    @APIResponse(
            responseCode = "201",
            description = "Put in.",
            content = @Content(schema = @Schema(implementation = ContributionResponse.class)))
    public Response contributeToPool(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("poolId") UUID poolId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ContributionRequest request) {
        return idempotency.onceWithKey(
                key,
                request,
                () -> pooling.contribute(programmeId, poolId, request.memberId(), request.currency(), request.points()),
                made -> Reply.created(
                        "/v1/loyalty-programmes/" + programmeId + "/members/" + request.memberId() + "/transactions/"
                                + made.outTransactionId(),
                        ContributionResponse.from(made)));
    }

    @POST
    @Path("/{poolId}/redemptions")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.SYSTEM})
    @Operation(summary = "Redeem points of a pool", description = """
                    A member of the pool spends on a reward within the own mandate of this calendar month. 409 `no-mandate`, `mandate-exceeded`, \
                    `insufficient-points`, `out-of-stock`, `reward-not-offered`, `member-not-active`, `programme-not-active`.""")
    @APIResponse(
            responseCode = "201",
            description = "Redeemed.",
            content = @Content(schema = @Schema(implementation = RedemptionResponse.class)))
    public Response redeemFromPool(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("poolId") UUID poolId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid SpendRequest request) {
        return idempotency.onceWithKey(
                key,
                request,
                () -> redeeming.redeemFromPool(
                        pooling.holder(pooling.get(programmeId, poolId)),
                        request.memberId(),
                        request.rewardId(),
                        request.units()),
                redemption -> Reply.created(
                        redemption.link(programmeId),
                        RedemptionResponse.from(redemption, vouchers.of(redemption.id()))));
    }

    private Response done(@Nullable String key, Object request, Supplier<Pool> command) {
        return idempotency.once(key, request, command, this::reply);
    }

    private Response moved(@Nullable String key, Object request, Supplier<Pool> command) {
        return idempotency.onceWithKey(key, request, command, this::reply);
    }

    private Reply reply(Pool pool) {
        return Reply.created(pool.link(), PoolResponse.from(pool, pooling.mates(pool.id())))
                .withTag(pool);
    }
}
