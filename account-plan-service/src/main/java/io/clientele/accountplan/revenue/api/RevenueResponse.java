package io.clientele.accountplan.revenue.api;

import io.clientele.accountplan.revenue.RevenueFact;
import io.clientele.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Revenue", description = "Revenue with one product line in one month and currency.")
record RevenueResponse(
        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "Code of the product line.", examples = "cash-management")
        String productLine,

        @Schema(description = "First day of the month.", examples = "2026-01-01")
        LocalDate month,

        @Schema(description = "Gross revenue of the month; negative for a correction.")
        Money amount,

        @Schema(
                description = "When the figure was drawn; an older one changes nothing.",
                examples = "2026-02-02T04:00:00Z")
        Instant asOf,

        @Schema(description = "System the figure comes from.", examples = "general-ledger")
        String source) {
    static RevenueResponse from(RevenueFact fact) {
        return new RevenueResponse(
                fact.clientId(), fact.productLine(), fact.month(), fact.amount(), fact.asOf(), fact.source());
    }
}
