package io.clientele.accountplan.keyaccount;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a review says what it says about a client.
 *
 * @param incumbent whether it was a key account before, and so had the exit score to meet instead of the entry score
 */
@Schema(name = "KeyAccountExplanation", description = "Why a review says what it says.")
public record Explanation(
        @Schema(description = "Stage 1, every gate that is set.")
        List<Gates.Finding> gates,

        @Schema(description = "Stage 2, every criterion.") List<Score.Part> criteria,

        @Schema(
                description = "Whether it was a key account before, and so had the exit score to meet.",
                examples = "false")
        boolean incumbent,

        @Schema(description = "What people had decided.") @Nullable
        OverrideKind override) {

    public Explanation {
        gates = List.copyOf(gates);
        criteria = List.copyOf(criteria);
    }
}
