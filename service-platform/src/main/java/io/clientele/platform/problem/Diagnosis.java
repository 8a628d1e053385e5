package io.clientele.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Finds, in whatever was thrown, the refusal a caller can act on; what it does not recognise is our error. */
public final class Diagnosis {

    private static final int DEEPEST = 12;

    private Diagnosis() {}

    /** Whether trying again later may succeed: database or identity provider away, lock contention. */
    public static boolean isPassing(Throwable failure) {
        return of(failure).status() == 503;
    }

    /** The refusal behind {@code failure}; status 500 where there is none. */
    public static ProblemException of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            ProblemException known = recognise(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        if (failure instanceof WebApplicationException refused) {
            return RefusedByHttp.diagnose(refused.getResponse().getStatus());
        }
        return ProblemException.of(
                500, "internal-error", "Something went wrong on our side. Report the correlation id if it persists.");
    }

    private static @Nullable ProblemException recognise(Throwable cause) {
        return switch (cause) {
            case ProblemException refusal -> refusal;
            case ConstraintViolationException invalid -> InvalidFields.diagnose(invalid);
            case JsonProcessingException unreadable -> UnreadableJson.diagnose(unreadable);
            case OptimisticLockException changed -> ProblemException.stale();
            case StaleStateException changed -> ProblemException.stale();
            case AuthenticationFailedException unknown -> unauthenticated();
            case UnauthorizedException unknown -> unauthenticated();
            case ForbiddenException refused ->
                ProblemException.forbidden(
                        "role-missing",
                        "Your roles do not allow this operation; its documentation names those that do.");
            case OIDCException provider ->
                ProblemException.unavailable(
                        "identity-provider-away",
                        "The identity provider cannot be reached; try again shortly.",
                        provider);
            case SQLException database -> RefusedByDatabase.diagnose(database);
            default -> null;
        };
    }

    private static ProblemException unauthenticated() {
        return new ProblemException(
                401,
                "not-authenticated",
                "Send a valid bearer token of this bank's identity provider: right issuer, audience and signature, not expired.",
                List.of());
    }
}
