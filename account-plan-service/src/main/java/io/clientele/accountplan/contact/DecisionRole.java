package io.clientele.accountplan.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has to say in decisions. */
@Schema(description = "What somebody has to say in decisions.")
public enum DecisionRole {
    /** Decides. */
    DECISION_MAKER,
    /** Approves or vetoes. */
    APPROVER,
    /** Is listened to. */
    INFLUENCER,
    /** Compares the offers. */
    EVALUATOR,
    /** Works with the product. */
    USER
}
