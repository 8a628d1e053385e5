package io.clientele.violating.billing;

import io.clientele.violating.orders.InvoicedOrder;

/** The other half of the cycle. */
public class Invoice {

    private final InvoicedOrder order;

    Invoice(InvoicedOrder order) {
        this.order = order;
    }

    InvoicedOrder order() {
        return order;
    }
}
