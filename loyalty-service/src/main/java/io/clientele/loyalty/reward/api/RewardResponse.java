package io.clientele.loyalty.reward.api;

import io.clientele.contracts.Money;
import io.clientele.loyalty.reward.Benefit;
import io.clientele.loyalty.reward.PurchaseLimit;
import io.clientele.loyalty.reward.Reward;
import io.clientele.loyalty.reward.Stock;
import io.clientele.platform.http.Reply;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reward as callers see it. */
@Schema(name = "Reward", description = "Something members get for points.")
record RewardResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005")
        UUID id,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
        UUID programmeId,

        @Schema(examples = "Cinema ticket") String name,
        @Schema(examples = "Any film, any day.") @Nullable String description,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        String currency,

        @Schema(description = "Price of one unit in points.", examples = "150")
        long points,

        @Schema(description = "Units left; absent when the stock is not limited.", examples = "99") @Nullable
        Long stock,

        @Schema(description = "What a unit does for the member.") @Nullable
        Benefit benefit,

        @Schema(description = "What a unit is worth.") @Nullable
        Money value,

        @Schema(description = "Whether it is a gift in the sense of the bank's conduct rules.", examples = "false")
        boolean gift,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "After which a redemption that was not delivered is taken back.",
                examples = "PT336H")
        @Nullable
        Duration fulfilWithin,

        @Schema(description = "How many one member may have.") @Nullable
        PurchaseLimit limit,

        @Schema(examples = "OFFERED") Reward.State state,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Schema(examples = "olga.operator") String createdBy,
        Instant createdAt) {

    static RewardResponse from(Reward reward, @Nullable Long stock) {
        return new RewardResponse(
                reward.id(),
                reward.programmeId(),
                reward.name(),
                reward.description(),
                reward.currency(),
                reward.points(),
                stock,
                reward.benefit(),
                reward.value(),
                reward.gift(),
                reward.fulfilWithin(),
                reward.limit(),
                reward.state(),
                reward.validFrom(),
                reward.validUntil(),
                reward.createdBy(),
                reward.createdAt());
    }

    static RewardResponse from(Reward reward, Stock stock) {
        return from(reward, stock.left(reward.id()).orElse(null));
    }

    /** 201 after a command, with the reward and its entity tag. */
    static Response done(Stock stock, Reward reward) {
        return Reply.created(reward.link(), from(reward, stock)).withTag(reward).toResponse();
    }

    /** 200 with the reward and its entity tag. */
    static Response reply(Stock stock, Reward reward) {
        return Reply.ok(from(reward, stock)).withTag(reward).toResponse();
    }
}
