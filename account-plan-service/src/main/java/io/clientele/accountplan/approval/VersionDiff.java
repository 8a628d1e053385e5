package io.clientele.accountplan.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two versions say differently, value by value. Elements of a list are told apart by what they are ({@code id},
 * {@code facilityId}, ...), not by their place, so that one more at the front changes nothing behind it.
 */
public final class VersionDiff {

    private static final List<String> KEYS =
            List.of("id", "facilityId", "productLine", "currency", "criterion", "maturity");

    private VersionDiff() {}

    /**
     * One difference.
     *
     * @param pointer JSON Pointer into the content, with keys instead of places in lists
     * @param before null where the older version has nothing there
     * @param after null where the newer version has nothing there
     */
    public record Difference(
            String pointer,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** The differences, by pointer. */
    public static List<Difference> between(JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = new TreeMap<>();
        Map<String, JsonNode> now = new TreeMap<>();
        flatten("", before, old);
        flatten("", after, now);
        TreeSet<String> pointers = new TreeSet<>(old.keySet());
        pointers.addAll(now.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String pointer : pointers) {
            if (!Objects.equals(old.get(pointer), now.get(pointer))) {
                differences.add(new Difference(pointer, old.get(pointer), now.get(pointer)));
            }
        }
        return differences;
    }

    private static void flatten(String pointer, JsonNode node, Map<String, JsonNode> values) {
        if (node instanceof ValueNode) {
            values.put(pointer, node);
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(pointer + "/" + escaped(field.getKey()), field.getValue(), values));
        } else {
            for (int place = 0; place < node.size(); place++) {
                flatten(pointer + "/" + escaped(key(node.get(place), place, values, pointer)), node.get(place), values);
            }
        }
    }

    private static String key(JsonNode element, int place, Map<String, JsonNode> values, String pointer) {
        if (element instanceof ValueNode) {
            return element.asText();
        }
        for (String name : KEYS) {
            JsonNode key = element.path(name).isMissingNode()
                    ? element.path("position").path(name)
                    : element.path(name);
            if (key instanceof ValueNode && !key.isMissingNode()) {
                String taken = pointer + "/" + escaped(key.asText()) + "/";
                boolean unique = values.keySet().stream().noneMatch(known -> known.startsWith(taken));
                return unique ? key.asText() : key.asText() + "#" + place;
            }
        }
        return Integer.toString(place);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
