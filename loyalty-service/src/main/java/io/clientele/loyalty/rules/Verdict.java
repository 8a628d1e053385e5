package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one rule said about an activity, and why.
 *
 * @param wished points by the formula
 * @param granted points the ledger takes: at most 10^12 a posting
 * @param expiresAt first instant they can no longer be spent; null when they do not expire
 * @param activatesAt when pending points become spendable by themselves
 * @param limitedBy key of the cap that granted less than wished; {@link #COOL_DOWN} when the rule granted too short a time ago
 * @param amount that the formula counted
 * @param slides by how long each later earning renews the points; null when it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What one rule said about an activity, and why.")
public record Verdict(
        @Schema(description = "Key of the rule.", examples = "household-payments")
        String rule,

        @Schema(description = "Whether the rule granted points.", examples = "true")
        boolean applied,

        @Schema(
                description = "How the points came about, or why there are none.",
                examples = "12 steps of 100.00 CZK in 1250.00, rounded DOWN, 1 points each")
        String reason,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        String currency,

        @Schema(description = "Points by the formula.", examples = "12")
        BigDecimal wished,

        @Schema(description = "Points credited, at most 1000000000000.", examples = "12")
        long granted,

        @Schema(
                description = "First instant they can no longer be spent; absent when they do not expire.",
                examples = "1995-03-31T22:00:00Z")
        @Nullable
        Instant expiresAt,

        @Schema(description = "Whether they wait for activation.", examples = "false")
        boolean pending,

        @Schema(
                description =
                        "When pending points become spendable by themselves; absent when an activation has to do it.")
        @Nullable
        Instant activatesAt,

        @Schema(
                description = "The cap that granted less than wished, or `cool-down`; absent for none.",
                examples = "monthly")
        @Nullable
        String limitedBy,

        @Schema(description = "The amount that was counted; absent when the rule counts none.", examples = "1250.00")
        @Nullable
        BigDecimal amount,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "By how long each later earning renews the points; absent when it does not.",
                examples = "P18M")
        @Nullable
        Period slides) {

    /** Stands for a cap where a rule granted too short a time ago. */
    public static final String COOL_DOWN = "cool-down";

    static Verdict refused(EarningRule rule, String reason) {
        return new Verdict(
                rule.key(), false, reason, rule.currency(), BigDecimal.ZERO, 0, null, false, null, null, null, null);
    }

    /** Not granting after all, for another reason. */
    Verdict refused(String why) {
        return new Verdict(rule, false, why, currency, wished, 0, null, false, null, null, amount, null);
    }

    /** With what a cap left of it. */
    public Verdict limited(long left, String cap) {
        return new Verdict(
                rule, applied, reason, currency, wished, left, expiresAt, pending, activatesAt, cap, amount, slides);
    }
}
