package io.clientele.platform.contract;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Serves the OpenAPI document byte for byte as the build wrote it. Left alone, the extension reads the same document at every
 * start and writes it anew as JSON and as YAML, an eighth of the time until ready.
 */
@ApplicationScoped
class ContractAsBuilt {

    private static final ClassLoader NOTHING = new ClassLoader(null) {};

    /** Comes before the extension looks for the document to prepare; it finds none. */
    void leaveUnprepared(@Observes @Initialized(ApplicationScoped.class) Object container) {
        OpenApiConstants.classLoader = NOTHING;
    }

    void install(@Observes Router router) {
        for (String path : new String[] {"/q/openapi", "/q/openapi.json", "/q/openapi.yaml", "/q/openapi.yml"}) {
            router.get(path).order(Integer.MIN_VALUE + 1).blockingHandler(this::serve, false);
        }
    }

    private void serve(RoutingContext request) {
        boolean json = wantsJson(request);
        request.response()
                .putHeader("Content-Type", json ? "application/json;charset=UTF-8" : "application/yaml;charset=UTF-8")
                .end(document(json ? "JSON" : "YAML"));
    }

    private static boolean wantsJson(RoutingContext request) {
        String accepted = request.request().getHeader("Accept");
        return request.normalizedPath().endsWith(".json")
                || "json".equalsIgnoreCase(request.request().getParam("format"))
                || accepted != null && accepted.contains("application/json");
    }

    private static Buffer document(String format) {
        String resource = OpenApiConstants.BASE_NAME + "." + format;
        try (InputStream built = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (built == null) {
                throw new IllegalStateException("the build wrote no " + resource);
            }
            return Buffer.buffer(built.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
