package io.clientele.contracts.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product the client holds or held.
 *
 * @param product code of the product, such as {@code ACCOUNT}, {@code CARD} or {@code LOAN}
 * @param id the bank's own number of this contract, unique per client and product
 * @param openedOn day the contract began
 * @param closedOn day the contract ended; absent while it runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldProduct(
        String product,
        String id,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    public HeldProduct {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(id, "id");
    }
}
