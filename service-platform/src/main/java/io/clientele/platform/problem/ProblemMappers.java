package io.clientele.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.clientele.platform.caller.CurrentWork;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything thrown on the way of a request into a {@link Problem}. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper({
        Throwable.class,
        ProblemException.class,
        ConstraintViolationException.class,
        ValidationException.class,
        JsonProcessingException.class,
        MismatchedInputException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        AuthenticationRedirectException.class,
        UnauthorizedException.class,
        ForbiddenException.class
    })
    @Priority(1)
    Response failed(Throwable failure) {
        return render(Diagnosis.of(failure), failure);
    }

    @ServerExceptionMapper
    @Priority(1)
    Response refused(WebApplicationException failure) {
        Response given = failure.getResponse();
        return given.getStatus() < 400 ? given : render(Diagnosis.of(failure), failure);
    }

    private static Response render(ProblemException problem, Throwable failure) {
        if (problem.status() >= 500) {
            LOG.errorf(failure, "code=%s", problem.code());
        }
        Object correlationId = MDC.get(CurrentWork.CORRELATION_ID);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(problem, correlationId == null ? null : correlationId.toString()));
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds());
        }
        return response.build();
    }
}
