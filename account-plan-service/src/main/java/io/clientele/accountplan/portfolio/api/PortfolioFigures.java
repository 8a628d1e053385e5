package io.clientele.accountplan.portfolio.api;

import io.clientele.accountplan.portfolio.Portfolio;
import io.clientele.contracts.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PortfolioFigures", description = "Amounts in one currency.")
record PortfolioFigures(
        @Schema(description = "Credit limits.") Money limit,
        @Schema(description = "Drawn credit.") Money drawn,

        @Schema(description = "Revenue of the twelve whole months before the day.")
        Money revenue,

        @Schema(description = "Open opportunities of live plans by their probability.")
        Money pipeline) {
    static PortfolioFigures from(Portfolio.Figures figures) {
        return new PortfolioFigures(figures.limit(), figures.drawn(), figures.revenue(), figures.pipeline());
    }
}
