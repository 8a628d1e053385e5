package io.clientele.loyalty.reward.api;

import io.clientele.loyalty.ledger.Reservation;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reservation as callers see it. */
@Schema(name = "Reservation", description = "Points locked for a redemption to come.")
record ReservationResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110006")
        UUID id,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
        UUID memberId,

        @Schema(examples = "OPEN") Reservation.State state,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005") @Nullable
        UUID rewardId,

        @Schema(description = "Units of the reward.", examples = "1")
        int quantity,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        String currency,

        @Schema(description = "Points locked, for all units.", examples = "150")
        long points,

        Instant createdAt,
        @Schema(description = "When it ends by itself.") Instant deadline,

        @Schema(description = "When it ended; absent while it is open.") @Nullable
        Instant endedAt) {

    static ReservationResponse from(Reservation reservation) {
        return new ReservationResponse(
                reservation.id(),
                reservation.memberId(),
                reservation.state(),
                reservation.rewardId(),
                reservation.quantity(),
                reservation.currency(),
                reservation.points(),
                reservation.createdAt(),
                reservation.deadline(),
                reservation.endedAt());
    }
}
