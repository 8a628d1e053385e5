package io.clientele.platform.problem;

import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A failure on the wire: RFC 9457 problem details.
 *
 * @param type names the kind of problem; ends in the code
 * @param title the kind of problem in words; the same for every occurrence
 * @param status the HTTP status
 * @param detail what happened here and what to do about it
 * @param code stable, for programs to act on
 * @param correlationId quote it when asking for help
 * @param errors the parts of the request that were refused
 */
@Schema(description = "RFC 9457 problem details. `code` is stable; `detail` says what to do.")
public record Problem(
        @Schema(examples = "https://clientele.example/problems/not-found")
        URI type,

        @Schema(examples = "Not found") String title,
        @Schema(examples = "404") int status,

        @Schema(examples = "There is no such resource, or it is not yours to see.")
        String detail,

        @Schema(examples = "not-found") String code,

        @Schema(examples = "0f6b2a54-2f0e-4a6e-9d7a-0b8f4a8f9e11") @Nullable
        String correlationId,

        List<FieldError> errors) {

    /** The media type of every failure. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://clientele.example/problems/";

    static Problem of(ProblemException failure, @Nullable String correlationId) {
        return new Problem(
                URI.create(TYPES + failure.code()),
                title(failure.status()),
                failure.status(),
                failure.detail(),
                failure.code(),
                correlationId,
                failure.errors());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Malformed request";
            case 401 -> "Not authenticated";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 409 -> "Conflict";
            case 412 -> "Changed meanwhile";
            case 413 -> "Too large";
            case 414 -> "Address too long";
            case 415 -> "Unsupported media type";
            case 422 -> "Rule violated";
            case 428 -> "Precondition required";
            case 429 -> "Too many requests";
            case 431 -> "Headers too large";
            case 503 -> "Unavailable for now";
            default -> status < 500 ? "Refused" : "Our error";
        };
    }
}
