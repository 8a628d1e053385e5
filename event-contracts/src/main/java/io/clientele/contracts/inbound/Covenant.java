package io.clientele.contracts.inbound;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Something the borrower of a credit facility has to keep.
 *
 * @param name what it is
 * @param testOn day of the next or last test
 * @param result what came of that test
 */
public record Covenant(String name, LocalDate testOn, CovenantResult result) {

    public Covenant {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(testOn, "testOn");
        Objects.requireNonNull(result, "result");
    }
}
