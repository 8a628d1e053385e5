package io.clientele.accountplan.credit;

import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions for tests: committed, CCF 50 %, no risk figures. */
public final class Facilities {

    private Facilities() {}

    /** A facility of client C-1. */
    public static CreditPosition of(String id, @Nullable String parent, Money limit, Money drawn) {
        return of(id, parent, limit, drawn, null, true);
    }

    static CreditPosition of(
            String id,
            @Nullable String parent,
            Money limit,
            Money drawn,
            @Nullable LocalDate maturesOn,
            boolean committed) {
        return new CreditPosition(
                id,
                "C-1",
                parent,
                "revolving",
                limit,
                drawn,
                committed,
                new BigDecimal("0.5"),
                null,
                null,
                null,
                null,
                maturesOn,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Instant.parse("2026-01-31T22:00:00Z"),
                "loan-system");
    }
}
