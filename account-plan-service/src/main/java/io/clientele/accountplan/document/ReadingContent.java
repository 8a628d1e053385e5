package io.clientele.accountplan.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.accountplan.opportunity.CriticalPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a document's parts out of the content of a version: only what was kept then, nothing of today. */
final class ReadingContent {

    private static final String DASH = "\u2013";

    private final JsonNode content;
    private final LocalDate on;

    /**
     * @param on the day the content is of
     */
    ReadingContent(JsonNode content, LocalDate on) {
        this.content = content;
        this.on = on;
    }

    List<String> story() {
        List<String> story = new ArrayList<>();
        content.path("priorities")
                .forEach(priority -> story.add(priority.path("title").asText()
                        + (priority.path("description").asText("").isEmpty()
                                ? ""
                                : ": " + priority.path("description").asText())));
        return story;
    }

    List<DocumentView.Tile> tiles() {
        JsonNode figures = content.path("figures");
        if (!figures.has("exposure")) {
            return List.of();
        }
        String currency = figures.path("currency").asText();
        JsonNode total = figures.path("exposure").path("total");
        JsonNode gap = figures.path("returns").path("gap");
        List<DocumentView.Tile> tiles = new ArrayList<>();
        tiles.add(new DocumentView.Tile(
                currency + " " + Amounts.brief(Amounts.of(total.path("drawn"))),
                "drawn",
                "of " + Amounts.brief(Amounts.of(total.path("limit"))) + " limits"));
        tiles.add(new DocumentView.Tile(
                Amounts.percent(figures.path("raroc")), "RAROC", "hurdle " + Amounts.percent(figures.path("hurdle"))));
        tiles.add(new DocumentView.Tile(
                gap.has("gap") ? currency + " " + Amounts.brief(Amounts.of(gap.path("gap"))) : DASH,
                "ancillary gap",
                gap.has("required")
                        ? Amounts.brief(Amounts.of(gap.path("required"))) + " required"
                        : gap.path("reason").asText("")));
        tiles.add(new DocumentView.Tile(
                Amounts.percent(figures.path("wallet").path("share")),
                "share of wallet",
                Amounts.brief(Amounts.of(figures.path("wallet").path("whiteSpace"))) + " white space"));
        JsonNode budget = figures.path("budget");
        tiles.add(new DocumentView.Tile(
                currency + " " + Amounts.brief(Amounts.of(budget.path("actual"))),
                "booked",
                "of " + Amounts.brief(Amounts.of(budget.path("budget"))) + " budget"));
        return tiles;
    }

    List<DocumentView.Pair> returns() {
        JsonNode returns = content.path("figures").path("returns");
        if (returns.isMissingNode()) {
            return List.of();
        }
        return List.of(
                new DocumentView.Pair("RAROC of lending", Amounts.ratio(returns.path("lending"))),
                new DocumentView.Pair("RAROC with ancillary business", Amounts.ratio(returns.path("total"))),
                new DocumentView.Pair(
                        "Lending profit, risk-adjusted",
                        Amounts.exact(returns.path("lending").path("riskAdjusted"))),
                new DocumentView.Pair(
                        "Expected loss of a year",
                        Amounts.exact(returns.path("lending").path("expectedLoss"))),
                new DocumentView.Pair(
                        "Economic capital",
                        Amounts.exact(returns.path("lending").path("capital"))),
                new DocumentView.Pair("Ancillary revenue of a year", Amounts.exact(returns.path("ancillaryRevenue"))),
                new DocumentView.Pair(
                        "Ancillary revenue required by the hurdle",
                        Amounts.exact(returns.path("gap").path("required"))),
                new DocumentView.Pair("Gap", Amounts.exact(returns.path("gap").path("gap"))));
    }

    List<DocumentView.ObjectiveRow> objectives() {
        List<DocumentView.ObjectiveRow> rows = new ArrayList<>();
        content.path("objectives").forEach(objective -> {
            JsonNode terms = objective.path("terms");
            rows.add(new DocumentView.ObjectiveRow(
                    terms.path("statement").asText(),
                    terms.path("owner").asText(DASH),
                    terms.path("baseline").path("value").asText(DASH) + " "
                            + terms.path("unit").asText(""),
                    terms.path("target").asText(DASH),
                    terms.path("dueOn").asText(DASH),
                    letters(objective.path("smartCheck")),
                    progress(content.path("progress").path(objective.path("id").asText()))));
        });
        return rows;
    }

    private static String progress(JsonNode progress) {
        String status = progress.path("status").asText("OPEN");
        String covered = progress.has("covered") ? Amounts.percent(progress.path("covered")) : DASH;
        return status.equals("OPEN") ? covered : words(status);
    }

    private static String letters(JsonNode verdict) {
        StringBuilder letters = new StringBuilder();
        verdict.path("letters").forEach(letter -> {
            String initial = letter.path("criterion").asText(" ").substring(0, 1);
            letters.append(
                    switch (letter.path("result").asText()) {
                        case "FAIL" -> "-";
                        case "WAIVED" -> initial + "*";
                        default -> initial;
                    });
        });
        return letters.toString();
    }

    List<DocumentView.OpportunityBlock> opportunities() {
        List<DocumentView.OpportunityBlock> blocks = new ArrayList<>();
        content.path("opportunities").forEach(opportunity -> {
            JsonNode terms = opportunity.path("terms");
            String line = words(opportunity.path("stage").asText()) + ", "
                    + terms.path("amountCurrency").asText() + " "
                    + Amounts.brief(new BigDecimal(terms.path("amount").asText("0"))) + " a year at "
                    + terms.path("probability").asText() + " %, "
                    + terms.path("productLine").asText()
                    + (terms.has("geography") ? " in " + terms.path("geography").asText() : "");
            blocks.add(new DocumentView.OpportunityBlock(
                    terms.path("title").asText(), line, chart(terms, opportunity.path("prerequisites"))));
        });
        return blocks;
    }

    private @Nullable String chart(JsonNode terms, JsonNode prerequisites) {
        if (prerequisites.isEmpty()) {
            return null;
        }
        List<CriticalPath.Task> tasks = new ArrayList<>();
        Map<UUID, String> titles = new HashMap<>();
        List<UUID> met = new ArrayList<>();
        for (JsonNode prerequisite : prerequisites) {
            UUID id = UUID.fromString(prerequisite.path("id").asText());
            Set<UUID> before = new HashSet<>();
            prerequisite.path("terms").path("dependsOn").forEach(each -> before.add(UUID.fromString(each.asText())));
            boolean done = prerequisite.has("metOn");
            if (done) {
                met.add(id);
            }
            titles.put(id, prerequisite.path("terms").path("title").asText());
            tasks.add(new CriticalPath.Task(
                    id, prerequisite.path("terms").path("days").asInt(), before, done));
        }
        LocalDate expected = terms.has("expectedRfpOn")
                ? LocalDate.parse(terms.path("expectedRfpOn").asText())
                : null;
        return TimeChart.of(
                terms.path("title").asText(), CriticalPath.of(tasks, on, expected), titles, met, on, expected);
    }

    List<DocumentView.CoverageRow> coverage() {
        List<DocumentView.CoverageRow> rows = new ArrayList<>();
        content.path("coverage")
                .path("slots")
                .forEach(slot -> rows.add(new DocumentView.CoverageRow(
                        slot.path("country").asText(),
                        words(slot.path("role").asText()),
                        slot.path("contacts").asText(),
                        slot.path("lastMetOn").asText(DASH),
                        slot.has("gap") ? words(slot.path("gap").asText()) : "covered")));
        return rows;
    }

    List<DocumentView.SwotBox> swot() {
        Map<String, List<String>> boxes = new LinkedHashMap<>();
        List.of("STRENGTH", "WEAKNESS", "OPPORTUNITY", "THREAT").forEach(kind -> boxes.put(kind, new ArrayList<>()));
        content.path("swot").forEach(item -> {
            JsonNode terms = item.path("terms");
            boxes.computeIfAbsent(terms.path("kind").asText(), kind -> new ArrayList<>())
                    .add(terms.path("statement").asText()
                            + (terms.path("accepted").asBoolean() ? " (accepted)" : ""));
        });
        List<DocumentView.SwotBox> all = new ArrayList<>();
        boxes.forEach((kind, items) -> all.add(new DocumentView.SwotBox(plural(kind), items)));
        return all;
    }

    List<DocumentView.Row> commitments() {
        List<DocumentView.Row> rows = new ArrayList<>();
        content.path("commitments").forEach(commitment -> {
            JsonNode terms = commitment.path("terms");
            rows.add(new DocumentView.Row(
                    terms.path("productLine").asText(),
                    terms.path("promisedCurrency").asText() + " "
                            + Amounts.brief(
                                    new BigDecimal(terms.path("promised").asText("0"))),
                    terms.path("fromOn").asText() + " to " + terms.path("toOn").asText(),
                    words(terms.path("origin").asText()) + ", "
                            + words(commitment.path("status").asText())));
        });
        return rows;
    }

    List<DocumentView.Row> actions() {
        List<DocumentView.Row> rows = new ArrayList<>();
        content.path("actions").forEach(action -> {
            JsonNode terms = action.path("terms");
            rows.add(new DocumentView.Row(
                    terms.path("title").asText(),
                    terms.path("owner").asText(),
                    terms.path("dueOn").asText(),
                    words(action.path("status").asText())));
        });
        return rows;
    }

    List<DocumentView.Row> signOffs() {
        List<DocumentView.Row> rows = new ArrayList<>();
        content.path("contributions")
                .forEach(contribution -> rows.add(new DocumentView.Row(
                        contribution.path("productLine").asText(),
                        contribution.path("specialist").asText(),
                        words(contribution.path("state").asText()),
                        contribution.has("signedAt")
                                ? contribution.path("signedAt").asText().substring(0, 10)
                                : DASH)));
        return rows;
    }

    static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String plural(String kind) {
        String name = kind.charAt(0) + words(kind).substring(1);
        return name.endsWith("s")
                ? name + "es"
                : name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }
}
