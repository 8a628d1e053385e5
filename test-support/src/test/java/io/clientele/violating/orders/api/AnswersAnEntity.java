package io.clientele.violating.orders.api;

import io.clientele.violating.orders.Order;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** A resource that answers entities. */
@Path("/v1/violating-orders")
public class AnswersAnEntity {

    /** All of them. */
    @GET
    public List<Order> all() {
        return List.of();
    }
}
