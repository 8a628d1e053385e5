package io.clientele.exemplary.orders.api;

import io.clientele.exemplary.orders.Order;
import io.clientele.exemplary.orders.PlacingOrders;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;

/** An edge that knows its feature. */
@Path("/v1/exemplary-orders")
public class OrdersResource {

    private final PlacingOrders placing;

    OrdersResource(PlacingOrders placing) {
        this.placing = placing;
    }

    /** What a caller reads. */
    public record OrderResponse(String number, Instant placedAt) {

        static OrderResponse from(Order order) {
            return new OrderResponse(order.number(), order.placedAt());
        }
    }

    /** Places an order. */
    @POST
    public OrderResponse place(String number) {
        return OrderResponse.from(placing.place(number));
    }
}
