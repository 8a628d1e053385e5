package io.clientele.loyalty.reward.api;

import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.reward.OfferingRewards;
import io.clientele.loyalty.reward.Reward;
import io.clientele.loyalty.reward.Rewards;
import io.clientele.loyalty.reward.Stock;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/loyalty-programmes/{programmeId}/rewards}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/rewards")
@Tag(name = "Rewards", description = "The catalogue: what members get for points, with exact stock.")
@RunOnVirtualThread
@Transactional
@RolesAllowed(Roles.LOYALTY_OPERATOR)
class RewardsResource {

    private final OfferingRewards offering;
    private final Rewards rewards;
    private final Programmes programmes;
    private final Stock stock;
    private final Idempotency idempotency;

    RewardsResource(
            OfferingRewards offering, Rewards rewards, Programmes programmes, Stock stock, Idempotency idempotency) {
        this.offering = offering;
        this.rewards = rewards;
        this.programmes = programmes;
        this.stock = stock;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            summary = "Offer a reward",
            description = "422 `currency-unknown` when the programme has no such currency of points.")
    @APIResponse(
            responseCode = "201",
            description = "Offered.",
            content = @Content(schema = @Schema(implementation = RewardResponse.class)))
    public Response offerReward(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RewardRequest request) {
        return idempotency.once(
                key,
                request,
                () -> offering.offer(programmeId, request.toOffer(), request.stock()),
                reward -> Reply.created(reward.link(), RewardResponse.from(reward, stock))
                        .withTag(reward));
    }

    @GET
    @RolesAllowed({
        Roles.LOYALTY_OPERATOR,
        Roles.LOYALTY_APPROVER,
        Roles.FINANCE,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER,
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.SERVICE_AGENT,
        Roles.CLIENT
    })
    @Operation(summary = "List rewards", description = "Oldest first.")
    @APIResponse(responseCode = "200", description = "A page of rewards.")
    public Page<RewardResponse> listRewards(
            @PathParam("programmeId") UUID programmeId,
            @Parameter(
                            description = "Only rewards in this state.",
                            schema = @Schema(implementation = Reward.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        programmes.get(programmeId);
        PageRequest.Seek seek = page.seek(Collections.singletonMap("state", state));
        List<Reward> rows = rewards.page(
                programmeId, seek.filter("state", Reward.State::valueOf), seek.after(UUID::fromString), seek.fetch());
        Map<UUID, Long> left = stock.left(rows.stream().map(Reward::id).toList());
        return seek.page(
                rows, reward -> reward.id().toString(), reward -> RewardResponse.from(reward, left.get(reward.id())));
    }

    @GET
    @Path("/{rewardId}")
    @RolesAllowed({
        Roles.LOYALTY_OPERATOR,
        Roles.LOYALTY_APPROVER,
        Roles.FINANCE,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER,
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.SERVICE_AGENT,
        Roles.CLIENT
    })
    @Operation(summary = "Read a reward", description = "With its entity tag; the stock left is not part of the tag.")
    @APIResponse(
            responseCode = "200",
            description = "The reward.",
            content = @Content(schema = @Schema(implementation = RewardResponse.class)))
    public Response getReward(@PathParam("programmeId") UUID programmeId, @PathParam("rewardId") UUID rewardId) {
        return RewardResponse.reply(stock, rewards.get(programmeId, rewardId));
    }

    @PUT
    @Path("/{rewardId}")
    @Operation(
            summary = "Change a reward",
            description =
                    "What was reserved or redeemed before keeps its price; the stock is left alone. 409 `reward-withdrawn`; 422 `currency-unknown`.")
    @APIResponse(
            responseCode = "200",
            description = "The reward after the change.",
            content = @Content(schema = @Schema(implementation = RewardResponse.class)))
    public Response changeReward(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("rewardId") UUID rewardId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid RewardRequest request) {
        return RewardResponse.reply(stock, offering.revise(programmeId, rewardId, ifMatch, request.toOffer()));
    }

    @POST
    @Path("/{rewardId}/withdrawals")
    @Operation(
            summary = "Withdraw a reward",
            description = "Nobody gets it any more; open reservations stay good. 409 `reward-withdrawn`.")
    @APIResponse(
            responseCode = "201",
            description = "The withdrawn reward.",
            content = @Content(schema = @Schema(implementation = RewardResponse.class)))
    public Response withdrawReward(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("rewardId") UUID rewardId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        return RewardResponse.done(stock, offering.withdraw(programmeId, rewardId, ifMatch));
    }

    @POST
    @Path("/{rewardId}/stock-changes")
    @Operation(
            summary = "Add to a reward's stock, or take from it",
            description =
                    "Exact beside concurrent redemptions. 409 `stock-unlimited`, `out-of-stock` when fewer units are left.")
    @APIResponse(
            responseCode = "201",
            description = "The reward with the stock after the change.",
            content = @Content(schema = @Schema(implementation = RewardResponse.class)))
    public Response changeRewardStock(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("rewardId") UUID rewardId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid StockChangeRequest request) {
        return idempotency.onceWithKey(
                key,
                request,
                () -> offering.changeStock(programmeId, rewardId, request.units()),
                reward -> Reply.created(reward.link(), RewardResponse.from(reward, stock)));
    }
}
