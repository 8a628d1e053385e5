package io.clientele.analytics.segments.rules;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.util.List;

/** 422: a rule that is not of the language; each finding points to the node and says what is allowed there. */
public final class InvalidRule extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** The stable code. */
    public static final String CODE = "segment-rule-invalid";

    public InvalidRule(List<FieldError> findings) {
        super(
                422,
                CODE,
                "The rule is not valid; each finding points to a node and says what is allowed there.",
                findings);
    }
}
