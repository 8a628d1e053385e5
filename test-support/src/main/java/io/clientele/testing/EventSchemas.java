package io.clientele.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.clientele.contracts.DataSchemas;
import io.clientele.contracts.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks published records against their contract: CloudEvents headers as the conventions say, and the payload against
 * the JSON Schema of its type.
 */
public final class EventSchemas {

    private static final Map<String, String> HEADERS = Map.of(
            "ce_specversion", "1\\.0",
            "ce_id", ".+",
            "ce_source", "/[a-z-]+",
            "ce_type", "io\\.clientele\\..+\\.v1",
            "ce_subject", ".+",
            "ce_time", "\\d{4}-\\d{2}-\\d{2}T.+Z",
            "ce_sequence", "\\d{20}",
            "ce_dataschema", "https://.+\\.schema\\.json",
            "content-type", "application/json.*");

    private static final Map<String, Optional<JsonSchema>> SCHEMAS = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /**
     * Fails when a record breaks its contract.
     *
     * @throws AssertionError naming each record and what is wrong with it
     */
    public static void assertValid(Collection<Received> records) {
        List<String> violations = records.stream()
                .flatMap(found -> violations(found).stream()
                        .map(violation -> found.topic() + " " + found.partition() + ":" + found.offset() + " "
                                + found.type() + ": " + violation))
                .toList();
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations));
        }
    }

    /** What is wrong with a record; empty when it keeps its contract. */
    public static List<String> violations(Received found) {
        List<String> violations = new ArrayList<>();
        HEADERS.forEach((name, pattern) -> {
            String value = found.headers().getOrDefault(name, "");
            if (!value.matches(pattern)) {
                violations.add(name + " is '" + value + "'");
            }
        });
        if (!found.subject().equals(found.key())) {
            violations.add("the key " + found.key() + " is not the subject " + found.subject());
        }
        String schema = DataSchemas.ofType(found.type()).toString();
        if (!schema.equals(found.headers().get("ce_dataschema"))) {
            violations.add("ce_dataschema is not " + schema);
        }
        String payload = found.value();
        if (payload != null) {
            violations.addAll(violations(found.type(), payload));
        } else if (!found.topic().equals(Topics.CLIENT_STATES)) {
            violations.add("only " + Topics.CLIENT_STATES + " has tombstones");
        }
        return violations;
    }

    /** What is wrong with a payload by the schema of its type; empty when it is valid. */
    public static List<String> violations(String type, String payload) {
        Optional<JsonSchema> schema = SCHEMAS.computeIfAbsent(type, EventSchemas::load);
        if (schema.isEmpty()) {
            return List.of("no schema of the type '" + type + "'");
        }
        return schema.get().validate(payload, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static Optional<JsonSchema> load(String type) {
        try (InputStream file = DataSchemas.class.getResourceAsStream("/schemas/" + DataSchemas.fileName(type))) {
            if (file == null) {
                return Optional.empty();
            }
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            return Optional.of(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(file, InputFormat.JSON, config));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
