package io.clientele.analytics.segments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.analytics.segments.evaluation.Activity;
import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.evaluation.Holding;
import io.clientele.analytics.segments.evaluation.Inputs;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleReader;
import io.clientele.analytics.segments.rules.Value;
import io.clientele.analytics.segments.rules.ValueJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Builds rules and client histories in words near to what a reader of the tests needs to know. */
public final class Histories {

    public static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Map<String, Value> fields = new HashMap<>();
    private final List<Holding> holdings = new ArrayList<>();
    private final Map<String, List<Activity>> activities = new HashMap<>();
    private int sources;

    private Histories() {}

    public static Histories aClient() {
        return new Histories();
    }

    /** A field of the record; the value as JSON with single quotes. */
    public Histories with(String path, String json) {
        fields.put(path, value(json(json)));
        return this;
    }

    public Histories holding(String product, String openedOn) {
        holdings.add(new Holding(product, LocalDate.parse(openedOn), null));
        return this;
    }

    public Histories holding(String product, String openedOn, String closedOn) {
        holdings.add(new Holding(product, LocalDate.parse(openedOn), LocalDate.parse(closedOn)));
        return this;
    }

    /** An activity; its fields as JSON with single quotes. */
    public Histories did(String type, String at, String json) {
        Map<String, Value> data = new HashMap<>();
        json(json).properties().forEach(field -> data.put(field.getKey(), value(field.getValue())));
        activities
                .computeIfAbsent(type, first -> new ArrayList<>())
                .add(new Activity("source-" + ++sources, Instant.parse(at), data));
        return this;
    }

    /** A payment in euro. */
    public Histories paid(String amount, String at) {
        return did("transaction", at, "{'amount':'" + amount + "','currency':'EUR'}");
    }

    public ClientHistory history() {
        return new ClientHistory("client-1", fields, holdings, activities);
    }

    /** A rule from JSON with single quotes. */
    public static Rule rule(String json) {
        return RuleReader.read(json(json), "/rule");
    }

    /** JSON written with single quotes. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    public static Inputs inPrague(UUID... memberOf) {
        return new Inputs(PRAGUE, Set.of(memberOf));
    }

    private static Value value(JsonNode json) {
        return Objects.requireNonNull(ValueJson.read(json));
    }
}
