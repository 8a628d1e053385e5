package io.clientele.accountplan.credit.api;

import io.clientele.accountplan.credit.Exposure;
import io.clientele.contracts.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LadderRung", description = "What matures when; sub-limits are part of their parents.")
record LadderRung(
        @Schema(description = "How long the facilities still run.")
        Exposure.Maturity maturity,

        @Schema(description = "How many.", examples = "2") int facilities,
        @Schema(description = "What is drawn.") Money drawn,
        @Schema(description = "What may still be drawn.") Money undrawn) {
    static LadderRung from(Exposure.Rung rung) {
        return new LadderRung(rung.maturity(), rung.facilities(), rung.drawn(), rung.undrawn());
    }
}
