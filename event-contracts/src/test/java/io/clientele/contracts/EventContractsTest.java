package io.clientele.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every event: its name, its two samples, its schema and its compatibility with the last release. */
class EventContractsTest {

    private static final SchemaGenerator GENERATOR = new SchemaGenerator(new Documentation(ContractFiles.SOURCES));

    static List<Class<? extends DomainEvent>> events() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isARecordNamedAfterItsTopic(Class<? extends DomainEvent> event) {
        Event description = EventTypes.describe(event);
        String context = description.topic().replaceAll("^clientele\\.(.*)\\.v1$", "$1");

        assertThat(event.isRecord()).isTrue();
        assertThat(description.type())
                .startsWith("io.clientele." + context + ".")
                .matches("io\\.clientele\\.[a-z-]+\\.[a-z-]+\\.[a-z-]+\\.v1");
        assertThat(description.summary()).endsWith(".");
    }

    @Test
    void noTwoEventsShareAType() {
        assertThat(events()).extracting(EventTypes::typeOf).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("events")
    void samplesAreReadAndWrittenBackUnchanged(Class<? extends DomainEvent> event) throws Exception {
        for (Path sample : samplesOf(event)) {
            JsonNode approved = ContractFiles.read(sample);
            DomainEvent read = ContractFiles.JSON.treeToValue(approved, event);

            JsonNode written = ContractFiles.JSON.readTree(ContractFiles.JSON.writeValueAsString(read));

            assertThat(written).as(sample.getFileName().toString()).isEqualTo(approved);
            assertThat(read.subject()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void fullSampleHoldsEveryOptionalFieldAndMinimalSampleNone(Class<? extends DomainEvent> event) throws Exception {
        DomainEvent full = ContractFiles.JSON.treeToValue(ContractFiles.read(sample(event, "full")), event);
        DomainEvent minimal = ContractFiles.JSON.treeToValue(ContractFiles.read(sample(event, "minimal")), event);

        assertThat(optionalFields(full, false)).as("missing in the full sample").isEmpty();
        assertThat(optionalFields(minimal, true))
                .as("present in the minimal sample")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void samplesMeetTheSchema(Class<? extends DomainEvent> event) {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        GENERATOR.schemaOf(event),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());

        for (Path sample : samplesOf(event)) {
            assertThat(schema.validate(ContractFiles.read(sample)))
                    .as(sample.getFileName().toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void committedSchemaIsTheGeneratedOne(Class<? extends DomainEvent> event) {
        ContractFiles.matches(
                ContractFiles.SCHEMAS.resolve(DataSchemas.fileName(EventTypes.typeOf(event))),
                ContractFiles.pretty(GENERATOR.schemaOf(event)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void breaksNothingThatWasReleased(Class<? extends DomainEvent> event) {
        Path released = ContractFiles.RELEASED_SCHEMAS.resolve(DataSchemas.fileName(EventTypes.typeOf(event)));
        if (Files.exists(released)) {
            assertThat(SchemaCompatibility.breaks(ContractFiles.read(released), GENERATOR.schemaOf(event)))
                    .isEmpty();
        }
    }

    @Test
    void everyReleasedEventStillExists() {
        assertThat(schemaFiles()).containsAll(ContractFiles.namesIn(ContractFiles.RELEASED_SCHEMAS));
    }

    @Test
    void noSchemaOrSampleIsLeftOver() {
        assertThat(ContractFiles.namesIn(ContractFiles.SCHEMAS)).containsExactlyInAnyOrderElementsOf(schemaFiles());
        assertThat(ContractFiles.namesIn(ContractFiles.SAMPLES))
                .containsExactlyInAnyOrderElementsOf(events().stream()
                        .flatMap(event -> samplesOf(event).stream())
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    private static List<String> schemaFiles() {
        return events().stream()
                .map(EventTypes::typeOf)
                .map(DataSchemas::fileName)
                .toList();
    }

    private static List<Path> samplesOf(Class<? extends DomainEvent> event) {
        return List.of(sample(event, "full"), sample(event, "minimal"));
    }

    private static Path sample(Class<? extends DomainEvent> event, String kind) {
        return ContractFiles.SAMPLES.resolve(EventTypes.typeOf(event) + "." + kind + ".json");
    }

    /** The optional components of a record and the records inside it that are present, or else absent. */
    private static List<String> optionalFields(Object value, boolean present) throws ReflectiveOperationException {
        List<String> fields = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object content = component.getAccessor().invoke(value);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && present == (content != null)) {
                fields.add(value.getClass().getSimpleName() + "." + component.getName());
            }
            for (Object inner : recordsIn(content).toList()) {
                fields.addAll(optionalFields(inner, present));
            }
        }
        return fields;
    }

    private static Stream<?> recordsIn(@Nullable Object content) {
        return switch (content) {
            case Change _ -> Stream.of();
            case Record inner -> Stream.of(inner);
            case Collection<?> list -> list.stream().flatMap(EventContractsTest::recordsIn);
            case null, default -> Stream.of();
        };
    }
}
