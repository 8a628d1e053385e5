package io.clientele.loyalty.ledger;

import io.clientele.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** 409 with the code of the ledger's refusal. */
public final class Refused extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> DETAILS = Map.of(
            "not-an-earning", "Only an earning can be reversed; cancel a redemption instead.",
            "not-a-redemption", "Only a redemption can be refunded.",
            "already-reversed", "The transaction was reversed in full before.",
            "already-refunded", "The redemption was given back in full before.",
            "already-counted", "A reversal of this source id has counted; each counts once.",
            "exceeds-remaining", "Less than that is left of it; leave the points out to take all that is left.",
            "not-pending", "By the programme's policy only points that are still pending are reversed.",
            "nothing-to-take", "By the programme's policy only what the member has is reversed, and that is nothing.",
            "nothing-pending", "No points of this transaction wait for activation.",
            "not-reinstatable", "There is no such expiry, it was taken back before, or nothing is left of it.");

    Refused(String code) {
        super(409, code, DETAILS.getOrDefault(code, "The ledger refuses it."), List.of());
    }
}
