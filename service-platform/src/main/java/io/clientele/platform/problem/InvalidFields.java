package io.clientele.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;

/** Bean Validation's findings, each with a JSON Pointer to the field. */
final class InvalidFields {

    private InvalidFields() {}

    static ProblemException diagnose(ConstraintViolationException invalid) {
        FieldError[] errors = invalid.getConstraintViolations().stream()
                .map(InvalidFields::error)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toArray(FieldError[]::new);
        return ProblemException.ruleViolated(
                "invalid-field", "Some fields are missing or not valid; each is listed with what is allowed.", errors);
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return new FieldError(pointer(violation.getPropertyPath()), violation.getMessage());
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.METHOD
                    || node.getKind() == ElementKind.PARAMETER
                    || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                continue;
            }
            Integer index = node.getIndex();
            if (node.isInIterable() && index != null) {
                pointer.append('/').append(index);
            } else if (node.isInIterable() && node.getKey() != null) {
                pointer.append('/').append(escape(node.getKey().toString()));
            }
            if (node.getName() != null && node.getKind() != ElementKind.BEAN) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
