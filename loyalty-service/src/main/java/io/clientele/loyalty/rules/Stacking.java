package io.clientele.loyalty.rules;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How rules of one group stack when an activity meets several of them. Rules without a group all grant.
 *
 * @param group named by the rules that belong to it
 * @param mode which of them grant
 */
@Schema(examples = "{\"group\":\"card-spend\",\"mode\":\"BEST\"}")
public record Stacking(
        @Schema(examples = "card-spend")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "is 1 to 60 of a-z, 0-9 and -")
        String group,

        @NotNull Mode mode) {

    /** Which rules of a group grant. */
    public enum Mode {
        /** All that apply. */
        ALL,
        /** The one that grants most; of equals, the first. Caps over many activities do not count in the comparison. */
        BEST,
        /** The first that applies, in the order of the rules. */
        FIRST
    }

    /** The verdicts with those refused that another rule of this group shuts out; {@code members} are the group's keys. */
    List<Verdict> applyTo(List<Verdict> verdicts, List<String> members) {
        Verdict winner = null;
        for (Verdict verdict : verdicts) {
            boolean contends = verdict.applied() && members.contains(verdict.rule());
            if (contends && (winner == null || (mode == Mode.BEST && verdict.granted() > winner.granted()))) {
                winner = verdict;
            }
        }
        if (mode == Mode.ALL || winner == null) {
            return verdicts;
        }
        List<Verdict> stacked = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            boolean shutOut = verdict.applied() && verdict != winner && members.contains(verdict.rule());
            stacked.add(
                    shutOut
                            ? verdict.refused("rule " + winner.rule() + " goes before: " + mode + " of " + group)
                            : verdict);
        }
        return stacked;
    }
}
