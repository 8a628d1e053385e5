package io.clientele.accountplan.credit.api;

import io.clientele.accountplan.credit.Exposure;
import io.clientele.contracts.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ExposureFigures", description = "Amounts in the currency of the exposure.")
record FiguresResponse(
        @Schema(description = "What may be drawn.") Money limit,
        @Schema(description = "What is drawn.") Money drawn,
        @Schema(description = "max(0, limit - drawn).") Money undrawn,
        @Schema(description = "max(0, drawn - limit).") Money excess,

        @Schema(description = "Exposure at default: drawn + CCF x committed undrawn.")
        Money atDefault) {
    static FiguresResponse from(Exposure.Figures figures) {
        return new FiguresResponse(
                figures.limit(), figures.drawn(), figures.undrawn(), figures.excess(), figures.atDefault());
    }
}
