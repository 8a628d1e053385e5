package io.clientele.analytics.clients;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a record, all of it at once. */
public final class Findings {

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes one thing that is wrong. */
    public void add(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }

    /** Notes what is wrong with attributes as they were sent. */
    public void checkAttributes(Map<String, Object> attributes) {
        Attributes.check(attributes, this);
    }

    /**
     * @throws ProblemException 422 {@code invalid-field} when anything was found
     */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "Some fields are missing or not valid; each is listed with what is allowed.",
                    errors.toArray(FieldError[]::new));
        }
    }
}
