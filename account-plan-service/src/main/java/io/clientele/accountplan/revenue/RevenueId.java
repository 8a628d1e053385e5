package io.clientele.accountplan.revenue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Which figure: of whom, with what, when, in which currency. */
@Embeddable
record RevenueId(
        @Column(name = "client_id") String clientId,
        @Column(name = "product_line") String productLine,
        LocalDate month,
        String currency) {}
