package io.clientele.accountplan.commitment.api;

import io.clientele.accountplan.commitment.Delivery;
import io.clientele.contracts.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Delivery", description = "What came of a commitment.")
record DeliveryResponse(
        @Schema(description = "Over the whole time.") Money promised,

        @Schema(description = "Pro rata to the whole months that have ended.")
        Money expected,

        @Schema(description = "Booked in these months.") Money delivered,

        @Schema(description = "max(0, expected - delivered).")
        Money shortfall,

        @Schema(description = "Whether less came than was expected.")
        boolean underDelivered) {
    static DeliveryResponse from(Delivery delivery) {
        return new DeliveryResponse(
                delivery.promised(),
                delivery.expected(),
                delivery.delivered(),
                delivery.shortfall(),
                delivery.isShort());
    }
}
