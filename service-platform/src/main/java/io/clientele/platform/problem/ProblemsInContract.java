package io.clientele.platform.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents, at every operation, the problems any operation of its shape can answer with. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemsInContract implements OASFilter {

    private static final Set<String> SAID_BY_THE_SCANNER = Set.of("400", "401", "403");
    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put(
                "400",
                "`malformed-request`, `malformed-json`, `malformed-field`, `unknown-field`: the request cannot be read.");
        MEANINGS.put("401", "`not-authenticated`: no valid bearer token.");
        MEANINGS.put("403", "`role-missing`: the caller's roles do not allow it.");
        MEANINGS.put("404", "`not-found`: there is none, or it is outside the caller's scope.");
        MEANINGS.put("409", "The state does not allow it, `already-exists`, or `idempotency-key-in-use`.");
        MEANINGS.put("412", "`stale-version`: changed since it was read.");
        MEANINGS.put("413", "`too-large`: split the body.");
        MEANINGS.put("415", "`unsupported-media-type`: the body's media type is not taken here.");
        MEANINGS.put(
                "422",
                "`invalid-field`, `idempotency-key-reused`, or a rule of the operation: `errors` points at each cause.");
        MEANINGS.put("428", "`if-match-missing`: send the ETag that was read.");
        MEANINGS.put(
                "503", "`database-away`, `busy`, `identity-provider-away`: try again after `Retry-After` seconds.");
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null) {
            return;
        }
        Set<String> shared = new TreeSet<>();
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    complete(operation, path, method);
                    operation.getResponses().getAPIResponses().forEach((status, response) -> {
                        if (response.getRef() != null) {
                            shared.add(status);
                        }
                    });
                }));
        MEANINGS.forEach((status, meaning) -> {
            if (shared.contains(status)) {
                contract.getComponents().addResponse("Problem" + status, problem(status, meaning));
            }
        });
    }

    private static void complete(Operation operation, String path, PathItem.HttpMethod method) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        add(operation, "400");
        add(operation, "503");
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            add(operation, "401");
            add(operation, "403");
        }
        if (path.contains("{")) {
            add(operation, "404");
        }
        if (method != PathItem.HttpMethod.GET) {
            add(operation, "409");
        }
        if (operation.getRequestBody() != null) {
            add(operation, "413");
            add(operation, "415");
            add(operation, "422");
        }
        if (hasHeader(operation, "If-Match")) {
            add(operation, "412");
            add(operation, "428");
        }
        // whatever else an operation documents as a refusal has a problem body too
        List.copyOf(operation.getResponses().getAPIResponses().keySet()).stream()
                .filter(status -> status.matches("[45]..") && MEANINGS.containsKey(status))
                .forEach(status -> add(operation, status));
    }

    private static boolean hasHeader(Operation operation, String name) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private static void add(Operation operation, String status) {
        // the scanner adds a bare 400, 401 and 403 of its own
        boolean bare = SAID_BY_THE_SCANNER.contains(status)
                && operation.getResponses().hasAPIResponse(status)
                && operation.getResponses().getAPIResponse(status).getContent() == null;
        if (bare || !operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            status, OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status));
        } else {
            APIResponse documented = operation.getResponses().getAPIResponse(status);
            if (documented.getRef() == null && documented.getContent() == null) {
                documented.setContent(problem(status, "").getContent());
            }
        }
    }

    private static APIResponse problem(String status, String meaning) {
        return OASFactory.createAPIResponse()
                .description(meaning)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                        .example(example(status))));
    }

    private static Map<String, Object> example(String status) {
        int code = Integer.parseInt(status);
        ProblemException sample = code == 422 || code == 428 || code == 409 || code == 412 || code == 404
                ? sample(code)
                : RefusedByHttp.diagnose(code);
        Problem problem = Problem.of(sample, "0f6b2a54-2f0e-4a6e-9d7a-0b8f4a8f9e11");
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", problem.type().toString());
        example.put("title", problem.title());
        example.put("status", problem.status());
        example.put("detail", problem.detail());
        example.put("code", problem.code());
        example.put("correlationId", problem.correlationId());
        example.put(
                "errors",
                problem.errors().stream()
                        // sorted: the committed contract must not depend on the order of a hash
                        .map(error -> new TreeMap<>(Map.of("pointer", error.pointer(), "detail", error.detail())))
                        .toList());
        return example;
    }

    private static ProblemException sample(int status) {
        return switch (status) {
            case 404 -> ProblemException.notFound();
            case 409 -> ProblemException.conflict("already-exists", "Such a resource exists already.");
            case 412 -> ProblemException.stale();
            case 428 ->
                ProblemException.of(428, "if-match-missing", "Send If-Match with the ETag of the version you read.");
            default ->
                ProblemException.ruleViolated(
                        "invalid-field",
                        "Some fields are missing or not valid; each is listed with what is allowed.",
                        new FieldError("/name", "must not be blank"));
        };
    }
}
