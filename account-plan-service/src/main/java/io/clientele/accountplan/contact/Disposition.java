package io.clientele.accountplan.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How somebody stands to us. */
@Schema(description = "How somebody stands to us.")
public enum Disposition {
    /** Speaks for us. */
    SUPPORTER,
    /** Likes us. */
    FRIENDLY,
    /** Takes no side. */
    NEUTRAL,
    /** Has doubts. */
    SCEPTICAL,
    /** Speaks against us. */
    OPPONENT,
    /** Not known. */
    UNKNOWN
}
