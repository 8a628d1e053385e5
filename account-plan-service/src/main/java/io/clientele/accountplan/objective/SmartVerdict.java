package io.clientele.accountplan.objective;

import io.clientele.contracts.accountplans.SmartFailure;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The outcome of a SMART check.
 *
 * @param passed whether no letter fails
 * @param letters one verdict for each letter, in the order S, M, A, R, T
 */
@Schema(name = "SmartCheck", description = "The outcome of a SMART check.")
public record SmartVerdict(
        @Schema(description = "Whether no letter fails.") boolean passed,

        @Schema(description = "One verdict for each letter, in the order S, M, A, R, T.")
        List<LetterVerdict> letters) {

    static SmartVerdict of(List<LetterVerdict> letters) {
        return new SmartVerdict(
                letters.stream().noneMatch(letter -> letter.result() == LetterVerdict.Result.FAIL),
                List.copyOf(letters));
    }

    /** Every finding of every failing letter. */
    public List<SmartFailure> failures() {
        return letters.stream()
                .filter(letter -> letter.result() == LetterVerdict.Result.FAIL)
                .flatMap(letter ->
                        letter.findings().stream().map(finding -> new SmartFailure(letter.criterion(), finding.code())))
                .toList();
    }
}
