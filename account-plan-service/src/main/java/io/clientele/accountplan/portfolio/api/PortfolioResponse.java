package io.clientele.accountplan.portfolio.api;

import io.clientele.accountplan.portfolio.Portfolio;
import io.clientele.accountplan.rates.Quote;
import io.clientele.contracts.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Portfolio", description = "A book in figures: totals are the sums of the rows, to the cent.")
record PortfolioResponse(
        @Schema(description = "User id of the relationship manager.", examples = "rm-novak")
        String manager,

        @Schema(description = "All rows together.") PortfolioFigures total,
        @Schema(description = "By client number.") List<PortfolioRow> rows,
        @Schema(description = "The rows by domicile.") Map<String, PortfolioFigures> byCountry,
        @Schema(description = "Revenue by product line.") Map<String, Money> byProductLine,
        @Schema(description = "The quotations used.") List<Quote> rates) {
    static PortfolioResponse from(String manager, Portfolio portfolio) {
        Map<String, PortfolioFigures> countries = new TreeMap<>();
        portfolio.byCountry().forEach((country, figures) -> countries.put(country, PortfolioFigures.from(figures)));
        return new PortfolioResponse(
                manager,
                PortfolioFigures.from(portfolio.total()),
                portfolio.rows().stream().map(PortfolioRow::from).toList(),
                countries,
                new TreeMap<>(portfolio.byProductLine()),
                portfolio.rates());
    }
}
