package io.clientele.accountplan.portfolio.api;

import io.clientele.accountplan.portfolio.Portfolio;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PortfolioRow", description = "One client of a portfolio.")
record PortfolioRow(
        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "User id of the relationship manager; empty where there is none.", examples = "rm-novak")
        String manager,

        @Schema(description = "The manager's team; empty where there is none.", examples = "team-1")
        String team,

        @Schema(description = "Tier the bank serves the client in.", examples = "platinum") @Nullable
        String tier,

        @Schema(description = "Domicile; ZZ where it is not known.", examples = "CZ")
        String country,

        @Schema(description = "Plans that are not archived.", examples = "1")
        int livePlans,

        @Schema(description = "Its figures.") PortfolioFigures figures) {
    static PortfolioRow from(Portfolio.Row row) {
        return new PortfolioRow(
                row.clientId(),
                row.manager(),
                row.team(),
                row.tier(),
                row.country(),
                row.livePlans(),
                PortfolioFigures.from(row.figures()));
    }
}
