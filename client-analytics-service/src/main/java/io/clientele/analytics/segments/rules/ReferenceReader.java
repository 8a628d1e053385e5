package io.clientele.analytics.segments.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the nodes that refer to something kept outside the rule: {@code segment}, {@code list} and {@code percentile}. */
final class ReferenceReader {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_TILES = 100;

    private final Findings findings;
    private final EventsReader events;

    ReferenceReader(Findings findings, EventsReader events) {
        this.findings = findings;
        this.events = events;
    }

    @Nullable
    Rule segment(JsonNode json, String pointer) {
        UUID id = id(json, pointer, "a segment");
        return id == null ? null : new Rule.Segment(id);
    }

    @Nullable
    Rule list(JsonNode json, String pointer) {
        UUID id = id(json, pointer, "a client list");
        return id == null ? null : new Rule.Listed(id);
    }

    private @Nullable UUID id(JsonNode json, String pointer, String what) {
        if (!findings.isObject(json, pointer, List.of("id"))) {
            return null;
        }
        String id = findings.text(json, "id", pointer);
        if (id == null) {
            return null;
        }
        if (!UUID_TEXT.matcher(id).matches()) {
            findings.add(pointer + "/id", "is the id of " + what + ", a UUID");
            return null;
        }
        return UUID.fromString(id);
    }

    @Nullable
    Rule percentile(JsonNode json, String pointer, int level) {
        if (!findings.isObject(json, pointer, List.of("of", "within", "top", "tile"))) {
            return null;
        }
        Ranking.Of of = of(json.path("of"), pointer + "/of", level);
        String within = json.has("within") ? field(json, "within", pointer) : null;
        Share share = share(json, pointer);
        return of == null || share == null || (within == null && json.has("within"))
                ? null
                : new Rule.Percentile(new Ranking(of, within), share);
    }

    private Ranking.@Nullable Of of(JsonNode json, String pointer, int level) {
        if (!findings.isObject(json, pointer, List.of("field", "events"))) {
            return null;
        }
        if (json.has("field") == json.has("events")) {
            findings.add(pointer, "has either field, a path of a client, or events, a measure without a comparison");
            return null;
        }
        if (json.has("events")) {
            return events.ranked(json.path("events"), pointer + "/events", level);
        }
        String path = field(json, "field", pointer);
        return path == null ? null : new Ranking.OfField(path);
    }

    private @Nullable String field(JsonNode json, String name, String pointer) {
        String path = findings.text(json, name, pointer);
        if (path == null || (ClientFields.isOfRecord(path) && !path.equals(ClientFields.PRODUCTS))) {
            return path;
        }
        findings.add(
                Findings.child(pointer, name),
                "is no field with one value of a client, such as branch or attributes.<name>");
        return null;
    }

    private @Nullable Share share(JsonNode json, String pointer) {
        if (json.has("top") == json.has("tile")) {
            findings.add(pointer, "has either top, per cent, or tile, such as {\"of\": 5, \"from\": 4, \"to\": 5}");
            return null;
        }
        return json.has("top") ? top(json, pointer) : tiles(json.path("tile"), pointer + "/tile");
    }

    private @Nullable Share top(JsonNode json, String pointer) {
        BigDecimal percent = Findings.decimalIn(json.path("top"));
        if (percent == null
                || percent.signum() <= 0
                || percent.compareTo(HUNDRED) >= 0
                || percent.stripTrailingZeros().scale() > 2) {
            findings.add(pointer + "/top", "is per cent, above 0 and below 100 with at most two decimals");
            return null;
        }
        return new Share.Top(percent);
    }

    private @Nullable Share tiles(JsonNode json, String pointer) {
        if (!findings.isObject(json, pointer, List.of("of", "from", "to"))) {
            return null;
        }
        int of = whole(json.path("of"));
        int from = whole(json.path("from"));
        int to = whole(json.path("to"));
        if (of < 2 || of > MOST_TILES || from < 1 || from > to || to > of || (from == 1 && to == of)) {
            findings.add(
                    pointer,
                    "has of, 2 to " + MOST_TILES
                            + ", and from and to, whole numbers from 1 (the lowest values) to of, not all of them");
            return null;
        }
        return new Share.Tiles(of, from, to);
    }

    private static int whole(JsonNode json) {
        return json.isIntegralNumber() && json.canConvertToInt() ? json.intValue() : 0;
    }
}
