package io.clientele.accountplan.objective;

import io.clientele.contracts.accountplans.SmartCriterion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The verdict on one letter.
 *
 * @param criterion which letter
 * @param result whether it is met
 * @param findings what is missing or wrong; what was waived stays listed
 */
@Schema(name = "SmartLetter", description = "The verdict on one letter of SMART.")
public record LetterVerdict(SmartCriterion criterion, Result result, List<Finding> findings) {

    public LetterVerdict {
        findings = List.copyOf(findings);
    }

    /** How a letter fares. */
    @Schema(
            name = "SmartResult",
            description =
                    "PASS: met. FAIL: not met, the plan cannot be submitted. WAIVED: not met, but a second person accepted the written justification.")
    public enum Result {
        /** Met. */
        PASS,
        /** Not met; the plan cannot be submitted. */
        FAIL,
        /** Not met, but justified to a second person's satisfaction. */
        WAIVED
    }
}
