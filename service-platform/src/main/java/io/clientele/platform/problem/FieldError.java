package io.clientele.platform.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or {@code query:<name>}, {@code header:<name>}, {@code path:<name>}
 * @param detail what is wrong and what is allowed
 */
public record FieldError(
        @Schema(examples = "/name") String pointer,
        @Schema(examples = "must not be blank") String detail) {}
