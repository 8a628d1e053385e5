package io.clientele.violating.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity, for others to leak. */
@Entity
public class Order {

    @Id
    private String number = "";

    /** Its number. */
    public String number() {
        return number;
    }
}
