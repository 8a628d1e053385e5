package io.clientele.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Describes the records and enums of the contract by their Javadoc, and marks the components of answers that are never
 * null as required. What a request must hold is left to its validation.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RecordsInContract implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final Map<String, List<ClassInfo>> types;
    private final Javadocs javadocs = new Javadocs();

    public RecordsInContract(IndexView index) {
        types = index.getKnownClasses().stream()
                .filter(type -> type.name().toString().startsWith("io.clientele."))
                .filter(type -> type.isRecord() || type.isEnum())
                .filter(distinctName())
                .collect(Collectors.groupingBy(RecordsInContract::schemaName));
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null || contract.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = contract.getComponents().getSchemas();
        Set<String> sent = sentSchemas(contract, schemas);
        schemas.forEach((name, schema) -> {
            ClassInfo type = typeOf(name, schema);
            if (type != null) {
                describe(schema, type);
                if (type.isRecord() && !sent.contains(name)) {
                    require(schema, type);
                }
            }
        });
    }

    private void describe(Schema schema, ClassInfo type) {
        Javadocs.Of javadoc = javadocs.of(type.name().toString());
        if (schema.getDescription() == null && !javadoc.description().isEmpty()) {
            schema.setDescription(javadoc.description());
        }
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((name, property) -> {
            String description = javadoc.parameters().get(name);
            if (property.getDescription() == null && description != null) {
                property.setDescription(description);
            }
        });
    }

    private static void require(Schema schema, ClassInfo type) {
        Set<String> nullable = type.recordComponents().stream()
                .filter(component -> component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
        schema.getProperties().keySet().stream()
                .filter(name -> !nullable.contains(name))
                .filter(name ->
                        schema.getRequired() == null || !schema.getRequired().contains(name))
                .forEach(schema::addRequired);
    }

    /** The one type a component schema was made of; null when none or several could be. */
    private @Nullable ClassInfo typeOf(String schemaName, Schema schema) {
        List<ClassInfo> fitting = types.entrySet().stream()
                .filter(named -> isNameOf(schemaName, named.getKey()))
                .flatMap(named -> named.getValue().stream())
                .filter(type -> fits(type, schema))
                .toList();
        List<ClassInfo> namedOnPurpose = fitting.stream()
                .filter(type -> type.hasDeclaredAnnotation(SCHEMA))
                .toList();
        List<ClassInfo> best = fitting.size() > 1 ? namedOnPurpose : fitting;
        return best.size() == 1 ? best.getFirst() : null;
    }

    /** The scanner numbers further types of one name, and appends the argument to the name of a generic type. */
    private static boolean isNameOf(String schemaName, String typeName) {
        return schemaName.equals(typeName) || schemaName.matches(Pattern.quote(typeName) + "(\\d+|[A-Z]\\w*)");
    }

    private static boolean fits(ClassInfo type, Schema schema) {
        if (type.isEnum()) {
            return schema.getEnumeration() != null;
        }
        Set<String> components =
                type.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
        return schema.getProperties() != null
                && components.equals(schema.getProperties().keySet());
    }

    private static Set<String> sentSchemas(OpenAPI contract, Map<String, Schema> schemas) {
        Set<String> sent = new HashSet<>();
        if (contract.getPaths() != null) {
            contract.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .map(operation -> operation.getRequestBody())
                    .filter(body -> body != null && body.getContent() != null)
                    .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                    .forEach(media -> collect(media.getSchema(), schemas, sent));
        }
        return sent;
    }

    private static void collect(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (names.add(name)) {
                collect(schemas.get(name), schemas, names);
            }
        }
        Stream.of(
                        children(
                                schema.getProperties() == null
                                        ? null
                                        : schema.getProperties().values()),
                        children(schema.getAllOf()),
                        children(schema.getOneOf()),
                        children(schema.getAnyOf()),
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getAdditionalPropertiesSchema()))
                .flatMap(children -> children)
                .forEach(child -> collect(child, schemas, names));
    }

    private static Stream<Schema> children(@Nullable Collection<Schema> schemas) {
        return schemas == null ? Stream.empty() : schemas.stream().filter(Objects::nonNull);
    }

    /** A composite index tells a class once for each of its parts. */
    private static Predicate<ClassInfo> distinctName() {
        Set<DotName> seen = new HashSet<>();
        return type -> seen.add(type.name());
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue given = schema == null ? null : schema.value("name");
        String name = type.name().withoutPackagePrefix();
        return given != null ? given.asString() : name.substring(name.lastIndexOf('$') + 1);
    }
}
