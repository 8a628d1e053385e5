package io.clientele.accountplan.budget.api;

import io.clientele.accountplan.budget.BudgetLine;
import io.clientele.accountplan.budget.BudgetLineTerms;
import io.clientele.contracts.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "BudgetLine", description = "A budget line.")
record BudgetLineResponse(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "The plan.") UUID planId,

        @Schema(description = "Code of the product line.", examples = "cash-management")
        String productLine,

        @Schema(
                description = "Client number of the company of the group; the client of the plan when absent.",
                examples = "C-10482")
        @Nullable
        String entity,

        @Schema(description = "The year.", examples = "2026")
        int year,

        @Schema(description = "Revenue the year is to bring.")
        Money amount,

        @Schema(description = "What of the rest of the year is contracted already.") @Nullable
        Money contracted,

        @Schema(description = "Who added it.", examples = "rm-novak")
        String createdBy,

        @Schema(description = "When it was added.") Instant createdAt,

        @Schema(description = "Who changed it last.", examples = "rm-novak")
        String changedBy,

        @Schema(description = "When it was changed last.") Instant changedAt) {
    static BudgetLineResponse from(BudgetLine budgetLine) {
        BudgetLineTerms terms = budgetLine.terms();
        return new BudgetLineResponse(
                budgetLine.id(),
                budgetLine.planId(),
                terms.productLine(),
                terms.entity(),
                terms.year(),
                new Money(terms.amount(), Currency.getInstance(terms.amountCurrency())),
                terms.contracted() == null || terms.contractedCurrency() == null
                        ? null
                        : new Money(terms.contracted(), Currency.getInstance(terms.contractedCurrency())),
                budgetLine.createdBy(),
                budgetLine.createdAt(),
                budgetLine.changedBy(),
                budgetLine.changedAt());
    }
}
