package io.clientele.platform.http;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.util.Arrays;

/**
 * The {@code If-Match} header of a change: the version the caller read. Take it as {@code @HeaderParam("If-Match")
 * @DefaultValue("") IfMatch} and {@link #check} it inside the transaction of the change.
 *
 * @param header the header as sent; empty when absent
 */
public record IfMatch(String header) {

    /** The entity tag of a resource. */
    public static String tag(Versioned resource) {
        return "\"" + resource.version() + "\"";
    }

    /**
     * Passes only when the resource still is as the caller read it.
     *
     * @throws ProblemException 428 when the header is missing, 412 when the resource has changed
     */
    public void check(Versioned resource) {
        if (header.isBlank()) {
            throw new IfMatchMissing();
        }
        boolean matches = header.strip().equals("*")
                || Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(tag(resource)::equals);
        if (!matches) {
            throw ProblemException.stale();
        }
    }

    private static final class IfMatchMissing extends ProblemException {

        private static final long serialVersionUID = 1L;

        IfMatchMissing() {
            super(
                    428,
                    "if-match-missing",
                    "Send If-Match with the ETag of the version you read, so that no change of others is lost.",
                    java.util.List.of(new FieldError("header:If-Match", "is required")));
        }
    }
}
