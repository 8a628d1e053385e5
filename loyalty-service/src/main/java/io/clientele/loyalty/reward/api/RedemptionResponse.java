package io.clientele.loyalty.reward.api;

import io.clientele.loyalty.reward.Redemption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A redemption as callers see it. */
@Schema(name = "Redemption", description = "Points spent on a reward.")
public record RedemptionResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110007")
        UUID id,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
        UUID memberId,

        @Schema(examples = "COMPLETED") Redemption.State state,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005")
        UUID rewardId,

        @Schema(description = "Units of the reward.", examples = "1")
        int quantity,

        @Schema(description = "Of these, units taken back.", examples = "0")
        int cancelled,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        String currency,

        @Schema(description = "Points spent, for all units.", examples = "150")
        long points,

        @Schema(description = "The reservation that held the points.") @Nullable
        UUID reservationId,

        @Schema(description = "The pool that paid; absent when the member did.") @Nullable
        UUID poolId,

        @Schema(description = "The transaction in the ledger.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110008")
        UUID transactionId,

        @Schema(description = "How far the delivery is.", examples = "FULFILLED")
        Redemption.Fulfilment fulfilment,

        @Schema(description = "Until when it has to be delivered; absent when it was at once.") @Nullable
        Instant fulfilBy,

        @Schema(description = "The deliverer's own id of the delivery.", examples = "pay-4711") @Nullable
        String fulfilmentReference,

        @Schema(examples = "sarah.agent") String redeemedBy,
        Instant redeemedAt,

        @Schema(
                description = "Codes of the vouchers given, where the reward has such; not in lists.",
                examples = "[\"CINEMA-7F3K-22\"]")
        List<String> vouchers) {

    /** As it is shown, with the codes of its vouchers. */
    public static RedemptionResponse from(Redemption redemption, List<String> vouchers) {
        return new RedemptionResponse(
                redemption.id(),
                redemption.memberId(),
                redemption.state(),
                redemption.rewardId(),
                redemption.quantity(),
                redemption.cancelled(),
                redemption.currency(),
                redemption.points(),
                redemption.reservationId(),
                redemption.poolId(),
                redemption.transactionId(),
                redemption.fulfilment(),
                redemption.fulfilBy(),
                redemption.fulfilmentReference(),
                redemption.redeemedBy(),
                redemption.redeemedAt(),
                vouchers);
    }
}
