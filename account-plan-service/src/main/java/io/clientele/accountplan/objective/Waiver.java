package io.clientele.accountplan.objective;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The acceptance of a justification by a second person.
 *
 * @param by user id of who accepted it
 * @param at when, business time
 * @param comment why
 */
@Embeddable
@Schema(description = "The acceptance of a justification by a second person.")
public record Waiver(
        @Schema(description = "Who accepted it.", examples = "tl-svoboda")
        String by,

        @Schema(description = "When, business time.") Instant at,

        @Schema(description = "Why.", examples = "The mandate of the parent is signed; the volume follows.")
        String comment) {}
