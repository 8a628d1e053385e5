package io.clientele.accountplan.keyaccount;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes a client a key account. */
@Schema(name = "KeyAccountBasis", description = "REVIEW: its score in a review. OVERRIDE: people decided.")
public enum Basis {
    /** Its score in a review. */
    REVIEW,
    /** People decided. */
    OVERRIDE
}
