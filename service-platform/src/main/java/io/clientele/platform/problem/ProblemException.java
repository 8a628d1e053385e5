package io.clientele.platform.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be done, and why. Rolls the transaction back and becomes a {@link Problem}. Features subclass it
 * or use the factories; the code is stable and documented with the operation.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    protected ProblemException(int status, String code, String detail, List<FieldError> errors) {
        this(status, code, detail, errors, null, null);
    }

    private ProblemException(
            int status,
            String code,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** 400: the request cannot be read. */
    public static ProblemException malformed(String code, String detail, FieldError... errors) {
        return new ProblemException(400, code, detail, List.of(errors));
    }

    /** 403: the caller's roles do not allow it. */
    public static ProblemException forbidden(String code, String detail) {
        return new ProblemException(403, code, detail, List.of());
    }

    /** 404: there is none, or it is outside the caller's scope; the two cannot be told apart. */
    public static ProblemException notFound() {
        return new ProblemException(
                404, "not-found", "There is no such resource, or it is not yours to see.", List.of());
    }

    /** 409: the resource's state does not allow it. */
    public static ProblemException conflict(String code, String detail) {
        return new ProblemException(409, code, detail, List.of());
    }

    /** 412: the resource changed since the caller read it. */
    public static ProblemException stale() {
        return new ProblemException(
                412,
                "stale-version",
                "The resource changed since you read it: read it again and repeat the change on the new version.",
                List.of());
    }

    /** 422: understood, but against a rule. */
    public static ProblemException ruleViolated(String code, String detail, FieldError... errors) {
        return new ProblemException(422, code, detail, List.of(errors));
    }

    /** 503: try again later. */
    public static ProblemException unavailable(String code, String detail, @Nullable Throwable cause) {
        return new ProblemException(503, code, detail, List.of(), Duration.ofSeconds(5), cause);
    }

    static ProblemException of(int status, String code, String detail) {
        return new ProblemException(status, code, detail, List.of());
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** What happened and what to do. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The parts of the request that were refused. */
    public List<FieldError> errors() {
        return errors;
    }

    /** When to try again, where that is known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** A refusal is no malfunction: its stack is of no use and costs time. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
