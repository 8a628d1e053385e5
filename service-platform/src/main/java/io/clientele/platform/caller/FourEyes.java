package io.clientele.platform.caller;

import io.clientele.platform.problem.ProblemException;
import java.util.Collection;

/** The rule of four eyes: whoever made a thing cannot approve it. */
public final class FourEyes {

    private FourEyes() {}

    /**
     * Passes when the approver is none of the makers.
     *
     * @param makers the ids of all who made, changed or submitted what is to be approved
     * @throws ProblemException 403 {@code four-eyes}
     */
    public static void check(Caller approver, Collection<String> makers) {
        if (makers.contains(approver.id())) {
            throw ProblemException.forbidden(
                    "four-eyes", "You had a hand in this yourself: somebody else has to approve it.");
        }
    }
}
