package io.clientele.accountplan.keyaccount;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an override decides. */
@Schema(description = """
        INCLUDE: a key account whatever the score and the capacity; the gates still hold. EXCLUDE: none whatever the score.""")
public enum OverrideKind {
    /** A key account whatever the score. */
    INCLUDE,
    /** No key account whatever the score. */
    EXCLUDE
}
