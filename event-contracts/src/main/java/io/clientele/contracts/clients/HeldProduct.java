package io.clientele.contracts.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product the client holds.
 *
 * @param product code of the product, such as {@code current-account}, {@code card} or {@code loan}
 * @param reference the bank's own number of this contract
 * @param openedOn day the contract began
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldProduct(
        String product,
        @Nullable String reference,
        @Nullable LocalDate openedOn) {

    public HeldProduct {
        Objects.requireNonNull(product, "product");
    }
}
