package io.clientele.exemplary.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Clock;
import java.time.Instant;

/** An aggregate. */
@Entity
public class Order {

    @Id
    private String number = "";

    private Instant placedAt = Instant.EPOCH;

    protected Order() {}

    /** A new order, placed now. */
    public static Order place(String number, Clock clock) {
        Order order = new Order();
        order.number = number;
        order.placedAt = Instant.now(clock);
        return order;
    }

    /** Its number. */
    public String number() {
        return number;
    }

    /** When it was placed. */
    public Instant placedAt() {
        return placedAt;
    }
}
