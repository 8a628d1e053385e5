package io.clientele.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.impl.URIDecoder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Gives a problem body to requests refused before any resource sees them: malformed addresses, bodies too large, unknown paths. */
@ApplicationScoped
class HttpLayerFailures {

    private static final int[] REFUSALS = {400, 404, 405, 406, 413, 414, 415, 431};

    private final ObjectMapper json;

    HttpLayerFailures(ObjectMapper json) {
        this.json = json;
    }

    void install(@Observes Router router) {
        for (int status : REFUSALS) {
            router.errorHandler(status, refused -> answer(refused, status));
        }
        router.route().order(Integer.MIN_VALUE).handler(this::refuseUndecodable).failureHandler(failed -> {
            int status = failed.statusCode();
            if (failed.failure() == null && status >= 400 && status < 500) {
                answer(failed, status);
            } else {
                failed.next();
            }
        });
    }

    private void refuseUndecodable(RoutingContext request) {
        if (decodes(request.request().path()) && decodes(request.request().query())) {
            request.next();
        } else {
            answer(request, 400);
        }
    }

    private static boolean decodes(@Nullable String part) {
        if (part == null || part.indexOf('%') < 0) {
            return true;
        }
        try {
            return URIDecoder.decodeURIComponent(part).indexOf('\0') < 0;
        } catch (IllegalArgumentException undecodable) {
            return false;
        }
    }

    private void answer(RoutingContext refused, int status) {
        if (refused.response().ended()) {
            return;
        }
        Problem problem = Problem.of(RefusedByHttp.diagnose(status), null);
        refused.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(write(problem));
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
