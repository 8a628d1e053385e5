package io.clientele.accountplan.document;

import io.clientele.accountplan.portfolio.Portfolio;
import io.clientele.contracts.Money;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the portfolio of a manager as XHTML, from its figures and nothing else. */
@ApplicationScoped
public class PortfolioDocument {

    private static final int WIDTH = 500;
    private static final int LABEL = 130;
    private static final int BAR = 270;
    private static final int ROW = 22;

    private final Template page;

    PortfolioDocument(@Location("document/portfolio.html") Template page) {
        this.page = page;
    }

    /**
     * The page.
     *
     * @param on the day the figures are of
     */
    public String write(String manager, Portfolio portfolio, LocalDate on) {
        return page.data("doc", view(manager, portfolio, on)).render();
    }

    private static PortfolioView view(String manager, Portfolio portfolio, LocalDate on) {
        Portfolio.Figures total = portfolio.total();
        Map<String, BigDecimal> drawn = new TreeMap<>();
        portfolio
                .byCountry()
                .forEach(
                        (country, figures) -> drawn.put(country, figures.drawn().amount()));
        String currency = total.limit().currency().getCurrencyCode();
        int plans = portfolio.rows().stream().mapToInt(Portfolio.Row::livePlans).sum();
        return new PortfolioView(
                "Portfolio of " + manager,
                portfolio.rows().size() + " clients, amounts in " + currency,
                List.of(
                        tile(
                                total.drawn(),
                                "drawn",
                                "of " + Amounts.brief(total.limit().amount()) + " of limits"),
                        tile(total.revenue(), "revenue", "of twelve whole months"),
                        tile(total.pipeline(), "pipeline", "open, by probability"),
                        new DocumentView.Tile(Integer.toString(plans), "live plans", "not archived")),
                bars("Revenue by product line", largestFirst(portfolio.byProductLine())),
                bars("Drawn credit by country", drawn),
                portfolio.rows().stream().map(PortfolioDocument::row).toList(),
                new PortfolioView.Row(
                        "All clients",
                        "",
                        "",
                        Integer.toString(plans),
                        Amounts.exact(total.limit()),
                        Amounts.exact(total.drawn()),
                        Amounts.exact(total.revenue()),
                        Amounts.exact(total.pipeline())),
                footer(portfolio, on));
    }

    private static DocumentView.Tile tile(Money amount, String name, String note) {
        return new DocumentView.Tile(Amounts.brief(amount.amount()), name, note);
    }

    private static PortfolioView.Row row(Portfolio.Row row) {
        Portfolio.Figures figures = row.figures();
        return new PortfolioView.Row(
                row.name() == null ? row.clientId() : row.name() + " (" + row.clientId() + ")",
                Objects.requireNonNullElse(row.tier(), "\u2013"),
                row.country(),
                Integer.toString(row.livePlans()),
                Amounts.exact(figures.limit()),
                Amounts.exact(figures.drawn()),
                Amounts.exact(figures.revenue()),
                Amounts.exact(figures.pipeline()));
    }

    private static Map<String, BigDecimal> largestFirst(Map<String, Money> amounts) {
        Map<String, BigDecimal> ordered = new LinkedHashMap<>();
        amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Money>comparingByValue(
                                (one, other) -> other.amount().compareTo(one.amount()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> ordered.put(each.getKey(), each.getValue().amount()));
        return ordered;
    }

    /** Bars to one scale, each with its figure beside it; null for none. */
    private static @Nullable String bars(String title, Map<String, BigDecimal> amounts) {
        if (amounts.isEmpty()) {
            return null;
        }
        double longest = amounts.values().stream()
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        Svg svg = new Svg(WIDTH, ROW * amounts.size() + 6);
        int y = 4;
        for (Map.Entry<String, BigDecimal> each : amounts.entrySet()) {
            svg.text(0, y + 12, Svg.shortened(each.getKey(), 22), 9, Svg.INK)
                    .rect(
                            LABEL,
                            y,
                            Math.max(each.getValue().doubleValue(), 0) / Math.max(longest, 1) * BAR,
                            15,
                            Svg.BLUE)
                    .text(LABEL + BAR + 6, y + 12, Amounts.brief(each.getValue()), 9, Svg.GREY);
            y += ROW;
        }
        return svg.draw(
                title,
                amounts.entrySet().stream()
                        .map(each -> each.getKey() + ": " + Amounts.brief(each.getValue()) + ".")
                        .collect(Collectors.joining(" ")));
    }

    private static String footer(Portfolio portfolio, LocalDate on) {
        String rates = portfolio.rates().stream()
                .map(rate -> rate.currency() + " " + rate.rate().toPlainString() + " of " + rate.quotedOn())
                .collect(Collectors.joining(", "));
        return "As of " + on + (rates.isEmpty() ? "" : ", at " + rates)
                + ". Every figure is converted by itself; totals are the sums of the rows.";
    }
}
