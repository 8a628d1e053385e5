package io.clientele.exemplary.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** A use case. */
@ApplicationScoped
public class PlacingOrders {

    private final Clock clock;

    @Inject
    PlacingOrders(Clock clock) {
        this.clock = clock;
    }

    /** Places an order. */
    @Transactional
    public Order place(String number) {
        return Order.place(number, clock);
    }
}
