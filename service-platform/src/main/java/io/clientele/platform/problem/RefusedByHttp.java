package io.clientele.platform.problem;

/** Refusals of the HTTP layer itself, which carry nothing but a status. */
final class RefusedByHttp {

    private RefusedByHttp() {}

    static ProblemException diagnose(int status) {
        return switch (status) {
            case 400 ->
                ProblemException.malformed(
                        "malformed-request", "The request cannot be read: check address, parameters and body.");
            case 401 ->
                ProblemException.of(
                        401, "not-authenticated", "Send a valid bearer token of this bank's identity provider.");
            case 403 -> ProblemException.forbidden("role-missing", "Your roles do not allow this operation.");
            case 404 -> ProblemException.notFound();
            case 405 ->
                ProblemException.of(
                        405, "method-not-allowed", "This resource does not offer the method; see the API description.");
            case 406 ->
                ProblemException.of(
                        406,
                        "not-acceptable",
                        "None of the media types you accept is offered here; see the API description.");
            case 413 -> ProblemException.of(413, "too-large", "The request body is too large: split it.");
            case 414 ->
                ProblemException.of(
                        414, "address-too-long", "The request address is too long: shorten the parameters.");
            case 415 ->
                ProblemException.of(
                        415,
                        "unsupported-media-type",
                        "The body's media type is not taken here; see the API description.");
            case 431 ->
                ProblemException.of(431, "headers-too-large", "The request headers are too large: shorten them.");
            case 503 ->
                ProblemException.unavailable(
                        "unavailable", "The service cannot answer for now; try again shortly.", null);
            default ->
                ProblemException.of(
                        status,
                        status < 500 ? "refused" : "internal-error",
                        status < 500 ? "The request was refused." : "Something went wrong on our side.");
        };
    }
}
