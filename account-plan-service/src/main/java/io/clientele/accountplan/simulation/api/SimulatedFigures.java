package io.clientele.accountplan.simulation.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.simulation.Simulation;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SimulatedFigures", description = "The figures of a year.")
record SimulatedFigures(
        @Schema(description = "Of credit and beside it.") Money revenue,
        @Schema(description = "Beside credit.") Money ancillaryRevenue,

        @Schema(description = "The numerator of RAROC on lending revenue.")
        Money lendingProfit,

        @Schema(description = "Economic capital.") Money capital,

        @Schema(
                description =
                        "With ancillary revenue after its costs, as a fraction: 0.193333 is 19.33 %; absent without capital.",
                type = SchemaType.STRING,
                examples = "0.193333")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal raroc,

        @Schema(description = "Ancillary revenue the hurdle still asks for; absent where it cannot be told.") @Nullable
        Money ancillaryGap) {
    static SimulatedFigures from(Simulation.Figures figures) {
        return new SimulatedFigures(
                figures.revenue(),
                figures.ancillaryRevenue(),
                figures.lendingProfit(),
                figures.capital(),
                figures.raroc(),
                figures.ancillaryGap());
    }
}
