package io.clientele.accountplan.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The relationship map: people by what they have to say, coloured by how they stand to us, with their influence. */
final class PeopleChart {

    private static final int WIDTH = 500;
    private static final int BOX = 92;
    private static final int TALL = 34;
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("DECISION_MAKER", "decide");
        ROLES.put("APPROVER", "approve");
        ROLES.put("INFLUENCER", "influence");
        ROLES.put("EVALUATOR", "evaluate");
        ROLES.put("USER", "use");
    }

    private record Place(double x, double y) {}

    private PeopleChart() {}

    /** The chart of these people. */
    static String of(JsonNode people, String verdict) {
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        for (JsonNode person : people) {
            rows.computeIfAbsent(person.path("decisionRole").asText(), role -> new java.util.ArrayList<>())
                    .add(person);
        }
        Map<String, Place> places = new HashMap<>();
        int y = 6;
        for (String role : ROLES.keySet()) {
            List<JsonNode> row = rows.getOrDefault(role, List.of());
            for (int i = 0; i < row.size(); i++) {
                places.put(
                        row.get(i).path("id").asText(),
                        new Place(70 + (i % 4) * (BOX + 14.0), y + i / 4 * (TALL + 10.0)));
            }
            y += row.isEmpty() ? 0 : ((row.size() - 1) / 4 + 1) * (TALL + 10) + 10;
        }
        Svg svg = new Svg(WIDTH, Math.max(y, 20));
        for (JsonNode person : people) {
            Place from = places.get(person.path("id").asText());
            for (JsonNode influenced : person.path("influences")) {
                Place to = places.get(influenced.asText());
                if (from != null && to != null) {
                    svg.line(
                            from.x + BOX / 2.0,
                            from.y + TALL / 2.0,
                            to.x + BOX / 2.0,
                            to.y + TALL / 2.0,
                            Svg.GREY,
                            0.8);
                }
            }
        }
        StringBuilder words = new StringBuilder("Verdict " + verdict + ". ");
        rows.forEach((role, row) -> row.forEach(person -> {
            Place place = places.getOrDefault(person.path("id").asText(), new Place(0, 0));
            String disposition = person.path("disposition").asText();
            svg.outline(place.x, place.y, BOX, TALL, colour(disposition))
                    .rect(place.x, place.y, 4, TALL, colour(disposition))
                    .text(
                            place.x + 9,
                            place.y + 14,
                            Svg.shortened(person.path("function").asText(), 17),
                            8,
                            Svg.INK)
                    .text(
                            place.x + 9,
                            place.y + 26,
                            person.path("country").asText() + ", " + disposition.toLowerCase(java.util.Locale.ROOT),
                            8,
                            Svg.GREY);
            words.append(person.path("function").asText())
                    .append(" in ")
                    .append(person.path("country").asText())
                    .append(", ")
                    .append(role.toLowerCase(java.util.Locale.ROOT))
                    .append(", ")
                    .append(disposition.toLowerCase(java.util.Locale.ROOT))
                    .append(". ");
        }));
        ROLES.forEach((role, name) -> {
            List<JsonNode> row = rows.getOrDefault(role, List.of());
            if (!row.isEmpty()) {
                Place first = places.getOrDefault(row.getFirst().path("id").asText(), new Place(0, 0));
                svg.text(0, first.y + 20, name, 9, Svg.GREY);
            }
        });
        return svg.draw("Relationship map", words.toString());
    }

    private static String colour(String disposition) {
        return switch (disposition) {
            case "SUPPORTER", "FRIENDLY" -> Svg.GREEN;
            case "OPPONENT" -> Svg.RED;
            case "SCEPTICAL" -> Svg.AMBER;
            default -> Svg.GREY;
        };
    }
}
