package io.clientele.platform.http;

import io.clientele.platform.caller.CurrentWork;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Takes {@code X-Correlation-Id} from the request, or makes one, and gives it back; logs, events and audit carry it. */
class Correlation {

    private static final String HEADER = "X-Correlation-Id";

    @ServerRequestFilter(preMatching = true)
    void begin(ContainerRequestContext request) {
        String given = request.getHeaderString(HEADER);
        String id = given != null && given.matches("[A-Za-z0-9._:-]{1,64}")
                ? given
                : UUID.randomUUID().toString();
        MDC.put(CurrentWork.CORRELATION_ID, id);
    }

    @ServerResponseFilter
    void end(ContainerResponseContext response) {
        Object id = MDC.get(CurrentWork.CORRELATION_ID);
        if (id != null) {
            response.getHeaders().putSingle(HEADER, id);
        }
    }
}
