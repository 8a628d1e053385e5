package io.clientele.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command once per {@code Idempotency-Key}. The first reply is kept in the transaction of the effect and given
 * again, with {@code Idempotency-Replayed: true}, for 24 hours; the same key with another body is refused (422), and so
 * is a key whose first request still runs (409). A refused request rolls back and is not kept. Keys belong to the
 * caller and the address.
 */
@ApplicationScoped
public class Idempotency {

    private static final int MAX_KEY = 255;

    private final IdempotencyRecords records;
    private final CurrentWork work;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final UriInfo address;
    private final Request request;

    Idempotency(
            IdempotencyRecords records,
            CurrentWork work,
            EntityManager entities,
            ObjectMapper json,
            UriInfo address,
            Request request) {
        this.records = records;
        this.work = work;
        this.entities = entities;
        this.json = json;
        this.address = address;
        this.request = request;
    }

    /**
     * Runs {@code command} in one transaction and renders its result after it was flushed, so that versions are final.
     *
     * @param key the header; null runs the command without remembering it
     * @param body the parsed request, compared on a repetition
     */
    @Transactional
    public <T extends @Nullable Object> Response once(
            @Nullable String key, Object body, Supplier<T> command, Function<T, Reply> render) {
        if (key == null) {
            return run(command, render).toResponse();
        }
        IdempotencyRecords.Key owned = new IdempotencyRecords.Key(work.caller().id(), route(), checked(key));
        byte[] hash = hash(body);
        if (!records.lock(owned)) {
            throw ProblemException.conflict(
                    "idempotency-key-in-use", "A request with this Idempotency-Key is still running; repeat it later.");
        }
        IdempotencyRecords.Kept kept = records.find(owned);
        if (kept != null) {
            return replay(kept, hash);
        }
        Reply reply = run(command, render);
        String text = reply.body() == null ? null : write(reply.body());
        records.keep(owned, hash, reply, text);
        return respond(reply.status(), reply.headers(), text).build();
    }

    /**
     * As {@link #once}, for commands that move points or money: refused (400) without a key.
     */
    @Transactional
    public <T extends @Nullable Object> Response onceWithKey(
            @Nullable String key, Object body, Supplier<T> command, Function<T, Reply> render) {
        if (key == null) {
            throw ProblemException.malformed(
                    "idempotency-key-missing",
                    "Send an Idempotency-Key: this operation moves value and must be safe to repeat.",
                    new FieldError("header:Idempotency-Key", "is required"));
        }
        return once(key, body, command, render);
    }

    private <T extends @Nullable Object> Reply run(Supplier<T> command, Function<T, Reply> render) {
        T result = command.get();
        entities.flush();
        return render.apply(result);
    }

    private static Response replay(IdempotencyRecords.Kept kept, byte[] hash) {
        if (!MessageDigest.isEqual(kept.requestHash(), hash)) {
            throw ProblemException.ruleViolated(
                    "idempotency-key-reused",
                    "This Idempotency-Key came with another body before; use a new key for a new request.",
                    new FieldError("header:Idempotency-Key", "belongs to another request"));
        }
        return respond(kept.status(), kept.headers(), kept.body())
                .header("Idempotency-Replayed", "true")
                .build();
    }

    private static Response.ResponseBuilder respond(int status, Map<String, String> headers, @Nullable String body) {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        return body == null
                ? response
                : response.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw ProblemException.malformed(
                    "idempotency-key-malformed",
                    "An Idempotency-Key has 1 to 255 visible ASCII characters; a UUID serves well.",
                    new FieldError("header:Idempotency-Key", "is not valid"));
        }
        return key;
    }

    private String route() {
        String path = request.getMethod() + " " + address.getPath();
        return path.length() <= 500 ? path : path.substring(0, 500);
    }

    private byte[] hash(Object body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(write(body).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("reply or request cannot be written as JSON", unwritable);
        }
    }
}
