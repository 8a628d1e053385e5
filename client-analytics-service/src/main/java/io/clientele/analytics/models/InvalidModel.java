package io.clientele.analytics.models;

import io.clientele.analytics.segments.rules.InvalidRule;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.util.List;

/** 422: a definition that cannot be run; each finding points into it and says what is allowed there. */
public final class InvalidModel extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** The stable code. */
    public static final String CODE = "model-definition-invalid";

    public InvalidModel(List<FieldError> findings) {
        super(
                422,
                CODE,
                "The definition is not valid; each finding says what is allowed there.",
                findings.stream()
                        .map(finding -> new FieldError("/definition" + finding.pointer(), finding.detail()))
                        .toList());
    }

    /** What is wrong with a rule made from a part of a definition, pointing to that part. */
    public static InvalidModel of(InvalidRule refused, String inRule, String inDefinition) {
        return new InvalidModel(refused.errors().stream()
                .map(finding -> new FieldError(
                        inDefinition
                                + (finding.pointer().startsWith(inRule)
                                        ? finding.pointer().substring(inRule.length())
                                        : ""),
                        finding.detail()))
                .toList());
    }
}
