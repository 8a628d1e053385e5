package io.clientele.accountplan.simulation.api;

import io.clientele.accountplan.rates.Quote;
import io.clientele.accountplan.simulation.Simulation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Simulation", description = "What a scenario would change. Nothing is kept.")
record SimulationResponse(
        @Schema(description = "The client alone.") SimulatedEffect client,

        @Schema(description = "The whole group, as far as you may see it.")
        SimulatedEffect group,

        @Schema(description = "The quotations used.") List<Quote> rates) {
    static SimulationResponse from(Simulation simulation) {
        return new SimulationResponse(
                SimulatedEffect.from(simulation.client()),
                SimulatedEffect.from(simulation.group()),
                simulation.rates());
    }
}
