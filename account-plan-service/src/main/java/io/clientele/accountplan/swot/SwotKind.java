package io.clientele.accountplan.swot;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an item of the SWOT stands. */
@Schema(description = "Where an item of the SWOT stands.")
public enum SwotKind {
    /** What we are good at with the client. */
    STRENGTH,
    /** What we lack. */
    WEAKNESS,
    /** What works for us outside. */
    OPPORTUNITY,
    /** What works against us outside. */
    THREAT
}
