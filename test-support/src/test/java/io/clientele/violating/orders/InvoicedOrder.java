package io.clientele.violating.orders;

import io.clientele.violating.billing.Invoice;

/** One half of a cycle between features. */
public class InvoicedOrder {

    private final Invoice invoice;

    InvoicedOrder(Invoice invoice) {
        this.invoice = invoice;
    }

    Invoice invoice() {
        return invoice;
    }
}
