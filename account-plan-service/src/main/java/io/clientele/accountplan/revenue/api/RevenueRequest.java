package io.clientele.accountplan.revenue.api;

import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.RevenueBooked;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RevenueRequest", description = "Revenue with one product line in one month and currency.")
record RevenueRequest(
        @NotBlank
        @Size(max = 40)
        @Schema(description = "Code of the product line.", examples = "cash-management", required = true)
        String productLine,

        @NotNull @Schema(description = "First day of the month.", examples = "2026-01-01", required = true)
        LocalDate month,

        @NotNull @Schema(description = "Gross revenue of the month; negative for a correction.", required = true)
        Money amount,

        @NotNull
        @Schema(
                description = "When the figure was drawn; an older one changes nothing.",
                examples = "2026-02-02T04:00:00Z",
                required = true)
        Instant asOf,

        @NotBlank
        @Size(max = 100)
        @Schema(description = "System the figure comes from.", examples = "general-ledger", required = true)
        String source) {
    RevenueBooked booked(String clientId) {
        return new RevenueBooked(clientId, productLine, month, amount, asOf, source);
    }
}
