package io.clientele.accountplan.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The charts about money: bars to one scale, each with its figure beside it. */
final class MoneyCharts {

    private static final int WIDTH = 500;
    private static final int LABEL = 130;
    private static final int BAR = 270;
    private static final int ROW = 22;

    private static final Map<String, String> RUNGS = new LinkedHashMap<>();

    static {
        RUNGS.put("PAST", "past");
        RUNGS.put("WITHIN_30_DAYS", "30 days");
        RUNGS.put("WITHIN_90_DAYS", "90 days");
        RUNGS.put("WITHIN_1_YEAR", "1 year");
        RUNGS.put("WITHIN_3_YEARS", "3 years");
        RUNGS.put("WITHIN_5_YEARS", "5 years");
        RUNGS.put("LATER", "later");
        RUNGS.put("OPEN", "open");
    }

    private MoneyCharts() {}

    /** Drawn and undrawn of each facility; what is above the limit in red. */
    static String exposure(JsonNode exposure) {
        List<JsonNode> lines = list(exposure.path("lines"));
        double longest = longest(lines.stream()
                .map(line -> Amounts.of(line.path("figures").path("limit"))
                        .max(Amounts.of(line.path("figures").path("drawn"))))
                .toList());
        Svg svg = new Svg(WIDTH, ROW * lines.size() + 24);
        StringBuilder words = new StringBuilder();
        int y = 4;
        for (JsonNode line : lines) {
            JsonNode figures = line.path("figures");
            BigDecimal drawn = Amounts.of(figures.path("drawn"));
            BigDecimal limit = Amounts.of(figures.path("limit"));
            String name = line.path("position").path("facilityId").asText()
                    + (line.path("subLimit").asBoolean() ? " (sub-limit)" : "");
            double used = width(drawn.min(limit), longest);
            svg.text(0, y + 12, Svg.shortened(name, 22), 9, Svg.INK)
                    .rect(LABEL, y, width(limit, longest), 15, Svg.PALE)
                    .rect(LABEL, y, used, 15, Svg.BLUE);
            if (drawn.compareTo(limit) > 0) {
                svg.rect(LABEL + used, y, width(drawn.subtract(limit), longest), 15, Svg.RED);
            }
            svg.text(LABEL + BAR + 6, y + 12, Amounts.brief(drawn) + " of " + Amounts.brief(limit), 9, Svg.GREY);
            words.append(name)
                    .append(": ")
                    .append(Amounts.brief(drawn))
                    .append(" drawn of ")
                    .append(Amounts.brief(limit))
                    .append(". ");
            y += ROW;
        }
        legend(svg, y + 4, "drawn", Svg.BLUE, "undrawn", Svg.PALE, "excess", Svg.RED);
        return svg.draw("Exposure by facility", words.toString());
    }

    /** Drawn and undrawn by time to maturity. */
    static String ladder(JsonNode ladder) {
        List<JsonNode> rungs = list(ladder);
        double longest = longest(rungs.stream()
                .map(rung -> Amounts.of(rung.path("drawn")).add(Amounts.of(rung.path("undrawn"))))
                .toList());
        Svg svg = new Svg(WIDTH, ROW * rungs.size() + 24);
        StringBuilder words = new StringBuilder();
        int y = 4;
        for (JsonNode rung : rungs) {
            BigDecimal drawn = Amounts.of(rung.path("drawn"));
            BigDecimal undrawn = Amounts.of(rung.path("undrawn"));
            String name = RUNGS.getOrDefault(rung.path("maturity").asText(), "");
            svg.text(0, y + 12, name, 9, Svg.INK)
                    .rect(LABEL, y, width(drawn, longest), 15, Svg.BLUE)
                    .rect(LABEL + width(drawn, longest), y, width(undrawn, longest), 15, Svg.PALE)
                    .text(LABEL + BAR + 6, y + 12, Amounts.brief(drawn.add(undrawn)), 9, Svg.GREY);
            words.append(name)
                    .append(": ")
                    .append(Amounts.brief(drawn.add(undrawn)))
                    .append(". ");
            y += ROW;
        }
        legend(svg, y + 4, "drawn", Svg.BLUE, "undrawn", Svg.PALE, null, "");
        return svg.draw("Maturity ladder", words.toString());
    }

    /** Budget, and what came of it and is expected, of each line. */
    static String budget(JsonNode cells) {
        List<JsonNode> lines = list(cells);
        double longest = longest(lines.stream()
                .map(cell -> Amounts.of(cell.path("budget")).max(expected(cell)))
                .toList());
        Svg svg = new Svg(WIDTH, ROW * lines.size() + 24);
        StringBuilder words = new StringBuilder();
        int y = 4;
        for (JsonNode cell : lines) {
            BigDecimal budget = Amounts.of(cell.path("budget"));
            BigDecimal actual = Amounts.of(cell.path("actual"));
            String name =
                    cell.path("year").asText() + " " + cell.path("productLine").asText();
            svg.text(0, y + 12, Svg.shortened(name, 22), 9, Svg.INK)
                    .rect(LABEL, y, width(expected(cell), longest), 15, Svg.PALE)
                    .rect(LABEL, y, width(actual, longest), 15, Svg.BLUE)
                    .line(LABEL + width(budget, longest), y - 2, LABEL + width(budget, longest), y + 17, Svg.RED, 1.6)
                    .text(LABEL + BAR + 6, y + 12, Amounts.brief(actual) + " of " + Amounts.brief(budget), 9, Svg.GREY);
            words.append(name)
                    .append(": ")
                    .append(Amounts.brief(actual))
                    .append(" booked of a budget of ")
                    .append(Amounts.brief(budget))
                    .append(", ")
                    .append(Amounts.brief(expected(cell)))
                    .append(" expected. ");
            y += ROW;
        }
        legend(svg, y + 4, "booked", Svg.BLUE, "expected", Svg.PALE, "budget", Svg.RED);
        return svg.draw("Budget against actual", words.toString());
    }

    /** Ours, what is left to win, and the rest of each cell of the wallet. */
    static String wallet(JsonNode cells) {
        List<JsonNode> slots = list(cells);
        double longest = longest(slots.stream()
                .map(slot -> Amounts.of(slot.path("wallet")).max(Amounts.of(slot.path("ours"))))
                .toList());
        Svg svg = new Svg(WIDTH, ROW * slots.size() + 24);
        StringBuilder words = new StringBuilder();
        int y = 4;
        for (JsonNode slot : slots) {
            BigDecimal ours = Amounts.of(slot.path("ours"));
            BigDecimal wallet = Amounts.of(slot.path("wallet"));
            BigDecimal blocked = Amounts.of(slot.path("blocked"));
            String name = slot.path("place").path("productLine").asText() + " "
                    + slot.path("place").path("geography").asText();
            svg.text(0, y + 12, Svg.shortened(name, 22), 9, Svg.INK)
                    .outline(LABEL, y, width(wallet, longest), 15, Svg.PALE)
                    .rect(LABEL, y, width(ours, longest), 15, Svg.BLUE)
                    .rect(
                            LABEL + width(wallet.subtract(blocked).max(ours), longest),
                            y,
                            width(blocked, longest),
                            15,
                            "#d9dfe5")
                    .text(LABEL + BAR + 6, y + 12, held(slot), 9, Svg.GREY);
            words.append(name)
                    .append(": ")
                    .append(held(slot))
                    .append(", white space ")
                    .append(Amounts.brief(Amounts.of(slot.path("whiteSpace"))))
                    .append(". ");
            y += ROW;
        }
        legend(svg, y + 4, "ours", Svg.BLUE, "blocked", "#d9dfe5", null, "");
        return svg.draw("Share of wallet", words.toString());
    }

    private static String held(JsonNode slot) {
        return slot.has("share")
                ? Amounts.percent(slot.path("share")) + " of " + Amounts.brief(Amounts.of(slot.path("wallet")))
                : Amounts.brief(Amounts.of(slot.path("ours"))) + ", no estimate";
    }

    private static BigDecimal expected(JsonNode cell) {
        return Amounts.of(cell.path("actual"))
                .add(Amounts.of(cell.path("contracted")))
                .add(Amounts.of(cell.path("open")));
    }

    private static void legend(
            Svg svg,
            int y,
            String one,
            String inOne,
            String two,
            String inTwo,
            @org.jspecify.annotations.Nullable String three,
            String inThree) {
        svg.rect(LABEL, y, 9, 9, inOne).text(LABEL + 13, y + 8, one, 8, Svg.GREY);
        svg.rect(LABEL + 80, y, 9, 9, inTwo).text(LABEL + 93, y + 8, two, 8, Svg.GREY);
        if (three != null) {
            svg.rect(LABEL + 160, y, 9, 9, inThree).text(LABEL + 173, y + 8, three, 8, Svg.GREY);
        }
    }

    private static double width(BigDecimal amount, double longest) {
        return Math.max(amount.doubleValue(), 0) / longest * BAR;
    }

    private static double longest(List<BigDecimal> amounts) {
        return Math.max(
                amounts.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1), 1);
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
