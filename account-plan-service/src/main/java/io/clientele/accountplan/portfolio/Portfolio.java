package io.clientele.accountplan.portfolio;

import io.clientele.accountplan.rates.Quote;
import io.clientele.contracts.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A book in figures: totals are the sums of the rows, and every row is what the client's own figures say.
 *
 * @param rows by client number
 * @param byManager by user id of the relationship manager; empty where there is none
 * @param byTeam likewise
 * @param byProductLine revenue of the twelve whole months before the day
 */
public record Portfolio(
        List<Row> rows,
        Figures total,
        Map<String, Figures> byManager,
        Map<String, Figures> byTeam,
        Map<String, Figures> byCountry,
        Map<String, Money> byProductLine,
        List<Quote> rates) {

    /**
     * Amounts in one currency.
     *
     * @param revenue of the twelve whole months before the day
     * @param pipeline open opportunities of live plans by their probability
     */
    public record Figures(Money limit, Money drawn, Money revenue, Money pipeline) {

        /** Nothing. */
        static Figures none(Money zero) {
            return new Figures(zero, zero, zero, zero);
        }

        Figures plus(Figures other) {
            return new Figures(
                    limit.plus(other.limit),
                    drawn.plus(other.drawn),
                    revenue.plus(other.revenue),
                    pipeline.plus(other.pipeline));
        }
    }

    /**
     * One client.
     *
     * @param name legal name of a company; null for a person, whose name is no figure
     * @param manager user id of the relationship manager; empty where there is none
     * @param team the manager's team; empty where there is none
     * @param country domicile; ZZ where it is not known
     * @param livePlans plans that are not archived
     */
    public record Row(
            String clientId,
            @Nullable String name,
            String manager,
            String team,
            @Nullable String tier,
            String country,
            int livePlans,
            Figures figures) {}

    public Portfolio {
        rows = List.copyOf(rows);
        byManager = Map.copyOf(byManager);
        byTeam = Map.copyOf(byTeam);
        byCountry = Map.copyOf(byCountry);
        byProductLine = Map.copyOf(byProductLine);
        rates = List.copyOf(rates);
    }

    /** Adds the rows up. */
    static Portfolio of(List<Row> rows, Map<String, Money> byProductLine, Money zero, List<Quote> rates) {
        return new Portfolio(
                rows,
                rows.stream().map(Row::figures).reduce(Figures.none(zero), Figures::plus),
                sums(rows, Row::manager),
                sums(rows, Row::team),
                sums(rows, Row::country),
                byProductLine,
                rates);
    }

    private static Map<String, Figures> sums(List<Row> rows, Function<Row, String> by) {
        Map<String, Figures> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(by.apply(row), row.figures(), Figures::plus));
        return sums;
    }
}
