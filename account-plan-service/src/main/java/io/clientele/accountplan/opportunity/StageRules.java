package io.clientele.accountplan.opportunity;

import io.clientele.contracts.accountplans.OpportunityStage;
import io.clientele.platform.problem.ProblemException;
import java.util.Set;

/**
 * From which stage an opportunity moves to which: one step on at a time, SUSPECTED to PRE_RFP to RFP to SHORTLISTED to WON;
 * it is lost or withdrawn from any of these but WON, and then it is over.
 */
final class StageRules {

    private StageRules() {}

    /** Where an opportunity may go from a stage; nowhere when it is over. */
    static Set<OpportunityStage> next(OpportunityStage stage) {
        return switch (stage) {
            case SUSPECTED -> Set.of(OpportunityStage.PRE_RFP, OpportunityStage.LOST, OpportunityStage.WITHDRAWN);
            case PRE_RFP -> Set.of(OpportunityStage.RFP, OpportunityStage.LOST, OpportunityStage.WITHDRAWN);
            case RFP -> Set.of(OpportunityStage.SHORTLISTED, OpportunityStage.LOST, OpportunityStage.WITHDRAWN);
            case SHORTLISTED -> Set.of(OpportunityStage.WON, OpportunityStage.LOST, OpportunityStage.WITHDRAWN);
            case WON, LOST, WITHDRAWN -> Set.of();
        };
    }

    /**
     * Passes a move that is allowed.
     *
     * @throws ProblemException 409 {@code stage-not-reachable}
     */
    static void check(OpportunityStage from, OpportunityStage to) {
        if (!next(from).contains(to)) {
            throw ProblemException.conflict(
                    "stage-not-reachable",
                    "An opportunity that is " + from + " moves on to one of " + next(from) + ".");
        }
    }

    /** Whether there is still something to win. */
    static boolean isOpen(OpportunityStage stage) {
        return !next(stage).isEmpty();
    }

    /** Whether the request for proposal is still to come. */
    static boolean isBeforeBid(OpportunityStage stage) {
        return stage == OpportunityStage.SUSPECTED || stage == OpportunityStage.PRE_RFP;
    }
}
