package io.clientele.platform.caller;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Answers, anywhere: who is acting right now, and which correlation it belongs to. */
@ApplicationScoped
public class CurrentWork {

    /** The logging key, and the attribute of a request, that hold its correlation id. */
    public static final String CORRELATION_ID = "correlationId";

    private final Instance<SecurityIdentity> identity;

    CurrentWork(Instance<SecurityIdentity> identity) {
        this.identity = identity;
    }

    /** The caller of the request or background work in progress; {@link Caller#NOBODY} where there is neither. */
    public Caller caller() {
        return get().caller();
    }

    /** The work in progress. */
    public Work get() {
        if (Work.CURRENT.isBound()) {
            return Work.CURRENT.get();
        }
        return new Work(fromRequest(), correlationId(), null);
    }

    private Caller fromRequest() {
        if (!Arc.container().requestContext().isActive()) {
            return Caller.NOBODY;
        }
        SecurityIdentity current = identity.get();
        if (current.isAnonymous()) {
            return Caller.NOBODY;
        }
        if (current.getPrincipal() instanceof JsonWebToken token) {
            return new Caller(
                    token.getSubject(), current.getRoles(), strings(token.getClaim("teams")), clientIdOf(token));
        }
        return new Caller(current.getPrincipal().getName(), current.getRoles(), Set.of(), null);
    }

    private static String correlationId() {
        Object id = MDC.get(CORRELATION_ID);
        return id == null ? UUID.randomUUID().toString() : id.toString();
    }

    private static @Nullable String clientIdOf(JsonWebToken token) {
        Object claim = token.getClaim("client_id");
        return claim == null ? null : text(claim);
    }

    private static Set<String> strings(@Nullable Object claim) {
        Set<String> values = new LinkedHashSet<>();
        if (claim instanceof Collection<?> items) {
            items.forEach(item -> values.add(text(item)));
        }
        return values;
    }

    private static String text(Object claim) {
        return claim instanceof JsonString json ? json.getString() : claim.toString();
    }
}
