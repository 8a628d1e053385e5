package io.clientele.accountplan.budget.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.budget.Performance;
import io.clientele.accountplan.rates.Quote;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "BudgetPerformance",
        description = "Budget against actual: totals are the sums of the cells, to the cent.")
record PerformanceResponse(
        @Schema(description = "By year, product line and company.")
        List<PerformanceCell> cells,

        @Schema(description = "All budgets.") Money budget,
        @Schema(description = "All that was booked.") Money actual,
        @Schema(description = "All that is expected.") Money expected,

        @Schema(
                description = "Actual / budget; absent where the budget is nothing.",
                type = SchemaType.STRING,
                examples = "0.450000")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal achievement,

        @Schema(description = "Why it is absent: `no-target`.", examples = "no-target") @Nullable
        String reason,

        @Schema(description = "The quotations used.") List<Quote> rates) {
    static PerformanceResponse from(Performance performance) {
        BigDecimal achievement = performance.achievement();
        return new PerformanceResponse(
                performance.cells().stream().map(PerformanceCell::from).toList(),
                performance.budget(),
                performance.actual(),
                performance.expected(),
                achievement,
                achievement == null ? "no-target" : null,
                performance.rates());
    }
}
