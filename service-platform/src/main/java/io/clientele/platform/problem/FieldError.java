package io.clientele.platform.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or {@code query:<name>}, {@code header:<name>}, {@code path:<name>}
 * @param detail what is wrong and what is allowed
 */
public record FieldError(String pointer, String detail) {}
