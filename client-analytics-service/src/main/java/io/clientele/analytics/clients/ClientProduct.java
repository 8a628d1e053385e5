package io.clientele.analytics.clients;

import io.clientele.contracts.clients.HeldProduct;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A contract the client holds or held. */
@Embeddable
record ClientProduct(
        @Column(nullable = false) String product,
        @Column(name = "contract_id", nullable = false) String contractId,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    static ClientProduct of(HeldProduct held) {
        return new ClientProduct(held.product(), held.id(), held.openedOn(), held.closedOn());
    }

    HeldProduct toHeldProduct() {
        return new HeldProduct(product, contractId, openedOn, closedOn);
    }
}
