package io.clientele.accountplan.portfolio.api;

import io.clientele.accountplan.portfolio.Portfolio;
import io.clientele.accountplan.rates.Quote;
import io.clientele.contracts.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Portfolio", description = "A book in figures: totals are the sums of the rows, to the cent.")
record PortfolioResponse(
        @Schema(description = "User id of the relationship manager; absent for more than one.", examples = "rm-novak")
        @Nullable
        String manager,

        @Schema(description = "All rows together.") PortfolioFigures total,
        @Schema(description = "By client number.") List<PortfolioRow> rows,

        @Schema(description = "The rows by relationship manager.")
        Map<String, PortfolioFigures> byManager,

        @Schema(description = "The rows by team.") Map<String, PortfolioFigures> byTeam,
        @Schema(description = "The rows by domicile.") Map<String, PortfolioFigures> byCountry,
        @Schema(description = "Revenue by product line.") Map<String, Money> byProductLine,
        @Schema(description = "The quotations used.") List<Quote> rates) {
    static PortfolioResponse from(@Nullable String manager, Portfolio portfolio) {
        return new PortfolioResponse(
                manager,
                PortfolioFigures.from(portfolio.total()),
                portfolio.rows().stream().map(PortfolioRow::from).toList(),
                figures(portfolio.byManager()),
                figures(portfolio.byTeam()),
                figures(portfolio.byCountry()),
                new TreeMap<>(portfolio.byProductLine()),
                portfolio.rates());
    }

    private static Map<String, PortfolioFigures> figures(Map<String, Portfolio.Figures> sums) {
        Map<String, PortfolioFigures> figures = new TreeMap<>();
        sums.forEach((key, sum) -> figures.put(key, PortfolioFigures.from(sum)));
        return figures;
    }
}
