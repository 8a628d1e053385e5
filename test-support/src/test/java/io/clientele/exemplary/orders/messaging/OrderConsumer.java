package io.clientele.exemplary.orders.messaging;

import io.clientele.exemplary.orders.PlacingOrders;

/** Another edge that knows its feature. */
public class OrderConsumer {

    private final PlacingOrders placing;

    OrderConsumer(PlacingOrders placing) {
        this.placing = placing;
    }

    void take(String number) {
        placing.place(number);
    }
}
