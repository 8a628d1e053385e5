package io.clientele.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The committed contract files: samples, schemas, documents. */
final class ContractFiles {

    static final Path ROOT = Path.of(System.getProperty("clientele.root", "..")).toAbsolutePath();
    static final Path API = ROOT.resolve("docs/api");
    static final Path SCHEMAS = API.resolve("schemas");
    static final Path RELEASED_SCHEMAS = API.resolve("released/schemas");
    static final Path SAMPLES = ROOT.resolve("event-contracts/src/main/resources/samples");
    static final Path SOURCES = ROOT.resolve("event-contracts/src/main/java");

    /** Events on the wire: ISO 8601 times, exact decimals; unknown fields are refused here, so that samples hold none. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ContractFiles() {}

    /** Compares what was generated with what is committed, or commits it when told so by {@code contracts.update}. */
    static void matches(Path committed, String generated) {
        try {
            if (Boolean.getBoolean("contracts.update")) {
                Files.createDirectories(committed.getParent());
                Files.writeString(committed, generated);
            }
            assertThat(committed)
                    .as("rewrite it with ./mvnw -pl event-contracts test -Dcontracts.update=true and review the change")
                    .exists()
                    .content()
                    .isEqualTo(generated);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of the files in a folder; none when it does not exist. */
    static List<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String pretty(JsonNode json) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines);
        printer.indentArraysWith(lines);
        try {
            return JSON.writer(printer).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
