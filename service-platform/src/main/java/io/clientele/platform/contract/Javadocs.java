package io.clientele.platform.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Javadoc of types, as the compiler left it beside their classes. */
final class Javadocs {

    private static final Of NONE = new Of("", Map.of());
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}");
    private static final Pattern PARAMETER = Pattern.compile("(?s)@param\\s+(\\w+)\\s+(.*?)(?=\\s@[a-z]|$)");

    private final ObjectMapper json = new ObjectMapper();

    /**
     * What the Javadoc of a type says, as plain text.
     *
     * @param description the main description; of an enum with the meaning of each constant
     * @param parameters the {@code @param} tags
     */
    record Of(String description, Map<String, String> parameters) {}

    /** Empty when there is none. */
    Of of(String typeName) {
        String file = typeName.replace('.', '/') + "__Javadoc.json";
        try (InputStream javadoc =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return javadoc == null ? NONE : parse(json.readTree(javadoc));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Of parse(JsonNode javadoc) {
        String comment = INLINE_TAG.matcher(javadoc.path("doc").asText()).replaceAll("$1");
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(comment);
        while (parameter.find()) {
            parameters.put(parameter.group(1), plain(parameter.group(2)));
        }
        StringBuilder description = new StringBuilder(plain(comment.split("\\s@[a-z]", 2)[0]));
        for (JsonNode constant : javadoc.path("enumConstants")) {
            String meaning =
                    plain(INLINE_TAG.matcher(constant.path("doc").asText()).replaceAll("$1"));
            if (!meaning.isEmpty()) {
                description
                        .append(' ')
                        .append(constant.path("name").asText())
                        .append(": ")
                        .append(meaning);
            }
        }
        return new Of(description.toString().strip(), parameters);
    }

    private static String plain(String text) {
        return text.replaceAll("</?(p|ul|ol|li|pre|b|i|em)>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
