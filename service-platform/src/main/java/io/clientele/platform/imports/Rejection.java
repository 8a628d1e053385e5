package io.clientele.platform.imports;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line that was not taken, and why.
 *
 * @param line its number in the file, counted from 1 without the CSV header
 * @param code stable
 * @param detail what is wrong and what is allowed; never the line's own values
 * @param pointer JSON Pointer to the field, where one is to blame
 */
public record Rejection(
        @Schema(examples = "17") long line,
        @Schema(examples = "invalid-field") String code,
        @Schema(examples = "a date such as 2026-01-31") String detail,
        @Schema(examples = "/birthDate") @Nullable String pointer) {

    /** The rejection of a line for the reason a request would be refused. */
    public static Rejection of(long line, ProblemException refused) {
        FieldError error = refused.errors().isEmpty() ? null : refused.errors().getFirst();
        return new Rejection(
                line,
                refused.code(),
                error == null ? refused.detail() : error.detail(),
                error == null ? null : error.pointer());
    }
}
