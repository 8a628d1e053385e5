package io.clientele.accountplan.budget.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.budget.Performance;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PerformanceCell", description = "Budget against actual of one year, product line and company.")
record PerformanceCell(
        @Schema(description = "The year.", examples = "2026")
        int year,

        @Schema(description = "Code of the product line.", examples = "cash-management")
        String productLine,

        @Schema(description = "Client number of the company.", examples = "C-10482")
        String entity,

        @Schema(description = "The budget as written.") Money original,

        @Schema(description = "The budget in the reporting currency.")
        Money budget,

        @Schema(description = "Booked until now.") Money actual,

        @Schema(description = "Rest of the year that is contracted.")
        Money contracted,

        @Schema(description = "Open opportunities by their probability.")
        Money open,

        @Schema(description = "The last three together.") Money expected,

        @Schema(
                description = "Actual / budget; absent where the budget is nothing.",
                type = SchemaType.STRING,
                examples = "0.450000")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal achievement,

        @Schema(description = "Why it is absent: `no-target`.", examples = "no-target") @Nullable
        String reason) {
    static PerformanceCell from(Performance.Cell cell) {
        BigDecimal achievement = cell.achievement();
        return new PerformanceCell(
                cell.year(),
                cell.productLine(),
                cell.entity(),
                cell.original(),
                cell.budget(),
                cell.actual(),
                cell.contracted(),
                cell.open(),
                cell.expected(),
                achievement,
                achievement == null ? "no-target" : null);
    }
}
