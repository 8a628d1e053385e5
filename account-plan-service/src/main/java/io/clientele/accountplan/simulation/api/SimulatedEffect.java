package io.clientele.accountplan.simulation.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.simulation.Simulation;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SimulatedEffect", description = "Before, after, and the difference.")
record SimulatedEffect(
        @Schema(description = "As it is.") SimulatedFigures before,
        @Schema(description = "As it would be.") SimulatedFigures after,

        @Schema(description = "Revenue in addition; negative for less.")
        Money revenueEffect,

        @Schema(
                description = "In the return on capital; absent where one of the two cannot be told.",
                type = SchemaType.STRING,
                examples = "0.012500")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal rarocEffect,

        @Schema(description = "In the ancillary revenue that is missing; negative closes the gap.") @Nullable
        Money ancillaryGapEffect) {
    static SimulatedEffect from(Simulation.Effect effect) {
        return new SimulatedEffect(
                SimulatedFigures.from(effect.before()),
                SimulatedFigures.from(effect.after()),
                effect.revenue(),
                effect.raroc(),
                effect.ancillaryGap());
    }
}
