package io.clientele.accountplan.objective;

import io.clientele.contracts.accountplans.SmartCriterion;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Decides whether an objective is Specific, Measurable, Attainable, Realistic and Timely (G. T. Doran, "There's a
 * S.M.A.R.T. way to write management's goals and objectives", Management Review 70, 1981, in the common reading of the
 * letters). Pure: the same terms, surroundings and waiver always give the same verdict.
 */
@Singleton
public class SmartCheck {

    private final List<Letter> letters;

    SmartCheck(SmartSettings settings) {
        letters = List.of(
                new Specific(settings.vagueVerbs()),
                new Measurable(),
                new Attainable(settings.growthMultiple()),
                new Realistic(),
                new Timely());
    }

    /**
     * The verdict on every letter.
     *
     * @param around what the objective is judged against beside its own terms
     * @param growthWaived whether a second person accepted the justification of growth beyond the pace so far
     */
    public SmartVerdict check(ObjectiveTerms terms, Surroundings around, boolean growthWaived) {
        return SmartVerdict.of(letters.stream()
                .map(letter -> verdict(letter, letter.findings(terms, around), growthWaived))
                .toList());
    }

    private static LetterVerdict verdict(Letter letter, List<Finding> findings, boolean growthWaived) {
        if (findings.isEmpty()) {
            return new LetterVerdict(letter.criterion(), LetterVerdict.Result.PASS, findings);
        }
        boolean waived = growthWaived && letter.criterion() == SmartCriterion.ATTAINABLE;
        return new LetterVerdict(
                letter.criterion(), waived ? LetterVerdict.Result.WAIVED : LetterVerdict.Result.FAIL, findings);
    }
}
