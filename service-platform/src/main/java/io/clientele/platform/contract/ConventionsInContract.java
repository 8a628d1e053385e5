package io.clientele.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says once, for every operation, what the conventions give it: ids in paths, {@code If-Match}, {@code Idempotency-Key},
 * and in answers {@code Location} of what was created and {@code ETag} of what has versions. An annotation that says
 * something of its own wins.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ConventionsInContract implements OASFilter {

    private static final String IF_MATCH = "If-Match";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null) {
            return;
        }
        Map<String, PathItem> paths = contract.getPaths().getPathItems();
        Set<String> versioned = versioned(paths);
        paths.forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            boolean createsToo = has(operation, "If-None-Match");
            parameters(operation).forEach(parameter -> describe(parameter, createsToo));
            boolean tagged = takesIfMatch(operation)
                    || method == PathItem.HttpMethod.GET && versioned.contains(path)
                    || method == PathItem.HttpMethod.POST && versioned.stream().anyMatch(isItemOf(path));
            operation
                    .getResponses()
                    .getAPIResponses()
                    .forEach((status, response) -> describe(status, response, tagged));
        }));
    }

    /** Paths of what changes under {@code If-Match}: a state command's path is one below its resource's. */
    private static Set<String> versioned(Map<String, PathItem> paths) {
        Set<String> versioned = new HashSet<>();
        paths.forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            if (takesIfMatch(operation)) {
                versioned.add(method == PathItem.HttpMethod.POST ? path.substring(0, path.lastIndexOf('/')) : path);
            }
        }));
        return versioned;
    }

    private static Predicate<String> isItemOf(String collection) {
        return path -> path.startsWith(collection + "/{") && path.indexOf('/', collection.length() + 1) < 0;
    }

    private static boolean takesIfMatch(Operation operation) {
        return has(operation, IF_MATCH);
    }

    private static boolean has(Operation operation, String header) {
        return parameters(operation).stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static void describe(Parameter parameter, boolean createsToo) {
        if (parameter.getIn() == Parameter.In.PATH) {
            if (parameter.getDescription() == null && parameter.getName().endsWith("Id")) {
                parameter.setDescription("Id of the " + words(parameter.getName()) + ".");
            }
        } else if (IF_MATCH.equals(parameter.getName())) {
            parameter.setDescription(said(parameter, "ETag of the state that was read, or `*` for any."));
            parameter.setRequired(!createsToo);
            parameter.setSchema(text());
            parameter.setExample("\"3\"");
        } else if ("Idempotency-Key".equals(parameter.getName())) {
            parameter.setDescription(said(
                    parameter,
                    Boolean.TRUE.equals(parameter.getRequired())
                            ? "Required: a repetition with the same key and body gets the first reply again."
                            : "A repetition with the same key and body gets the first reply again."));
            parameter.setSchema(text().maxLength(255));
            if (parameter.getExample() == null) {
                parameter.setExample("5f0c2a54-2f0e-4a6e-9d7a-0b8f4a8f9e11");
            }
        }
    }

    private static void describe(String status, APIResponse response, boolean tagged) {
        if (response.getHeaders() != null) {
            response.getHeaders().values().forEach(ConventionsInContract::complete);
        }
        if (status.equals("201")) {
            header(response, "Location", "Path of the resource made.");
        }
        if (tagged && status.startsWith("2") && response.getContent() != null) {
            header(response, "ETag", "Version of the resource, for `If-Match`.");
        }
    }

    private static void header(APIResponse response, String name, String meaning) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
            response.addHeader(
                    name, OASFactory.createHeader().description(meaning).schema(text()));
        }
    }

    /** A header is text unless its annotation says otherwise. */
    private static void complete(Header header) {
        if (header.getRef() == null && header.getSchema() == null && header.getContent() == null) {
            header.setSchema(text());
        }
    }

    private static String said(Parameter parameter, String otherwise) {
        return parameter.getDescription() == null ? otherwise : parameter.getDescription();
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    /** {@code planId} is the id of a plan, {@code objectiveId} of an objective. */
    private static String words(String idName) {
        return idName.substring(0, idName.length() - 2)
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(Locale.ROOT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
