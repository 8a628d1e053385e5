package io.clientele.accountplan.budget.api;

import io.clientele.accountplan.budget.BudgetLineTerms;
import io.clientele.contracts.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "BudgetLineRequest", description = "A budget line to be kept.")
record BudgetLineRequest(
        @NotBlank
        @Size(max = 40)
        @Schema(description = "Code of the product line.", examples = "cash-management", required = true)
        String productLine,

        @Size(max = 64)
        @Schema(
                description = "Client number of the company of the group; the client of the plan when absent.",
                examples = "C-10482")
        @Nullable
        String entity,

        @Min(1900) @Max(9999) @Schema(description = "The year.", examples = "2026", required = true)
        int year,

        @NotNull @Schema(description = "Revenue the year is to bring.", required = true)
        Money amount,

        @Schema(description = "What of the rest of the year is contracted already.") @Nullable
        Money contracted) {
    BudgetLineTerms terms() {
        return new BudgetLineTerms(
                productLine,
                entity,
                year,
                amount.amount(),
                amount.currency().getCurrencyCode(),
                contracted == null ? null : contracted.amount(),
                contracted == null ? null : contracted.currency().getCurrencyCode());
    }
}
