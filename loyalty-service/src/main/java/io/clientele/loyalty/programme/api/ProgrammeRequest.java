package io.clientele.loyalty.programme.api;

import io.clientele.loyalty.programme.GoverningProgrammes.Draft;
import io.clientele.loyalty.rules.Achievement;
import io.clientele.loyalty.rules.Cap;
import io.clientele.loyalty.rules.EarningRule;
import io.clientele.loyalty.rules.Participation;
import io.clientele.loyalty.rules.PointsCurrency;
import io.clientele.loyalty.rules.PointsPolicies;
import io.clientele.loyalty.rules.Stacking;
import io.clientele.loyalty.rules.Terms;
import io.clientele.loyalty.rules.TierScheme;
import io.clientele.loyalty.rules.Watch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme as written by its makers. */
@Schema(description = "A programme as written by its makers.", examples = """
                {"name":"Household rewards","timeZone":"Europe/Prague","termsVersion":"2026-01",
                 "currencies":[{"code":"POINTS","name":"Bonus points"}],
                 "rules":[{"key":"household-payments","name":"A point per 100 CZK of household payments","currency":"POINTS",
                   "activityType":"transaction","condition":{"attribute":{"path":"category","eq":"HOUSEHOLD"}},
                   "formula":{"type":"PER_AMOUNT_STEP","points":1,"step":{"amount":"100.00","currency":"CZK"},"rounding":"DOWN"},
                   "expiry":{"type":"ROLLING","period":"P12M"},"caps":["monthly"]}],
                 "caps":[{"key":"monthly","scope":"MEMBER","period":"MONTH","points":500}],
                 "policies":{"reversal":"TO_ARREARS","reinstatementDays":60,"adjustmentLimit":1000,"transfers":true},
                 "tiers":{"currency":"POINTS","rolling":"P12M","downgrade":"ONE_LEVEL","tiers":[{"key":"silver","name":"Silver","threshold":1000},
                   {"key":"gold","name":"Gold","threshold":5000}]}}""")
record ProgrammeRequest(
        @Schema(description = "Settled with the first approval.", examples = "Household rewards")
        @NotBlank
        @Size(max = 200)
        String name,

        @Schema(
                description = "IANA time zone of the business days. Settled with the first approval.",
                examples = "Europe/Prague")
        @NotBlank
        @Size(max = 64)
        String timeZone,

        @Schema(description = "The bank's name of the terms members agree to.", examples = "2026-01")
        @NotBlank
        @Size(max = 60)
        String termsVersion,

        @Schema(description = "Currencies of points; the first is the main one.") @NotEmpty @Size(max = 20)
        List<@Valid @NotNull PointsCurrency> currencies,

        @Schema(
                description =
                        "Earning rules; every rule an activity meets grants its points, unless stacking says otherwise.")
        @NotNull
        @Size(max = 1000)
        List<@Valid @NotNull EarningRule> rules,

        @Schema(description = "Caps that rules may name.") @Size(max = 100) @Nullable
        List<@Valid @NotNull Cap> caps,

        @Schema(description = "How points are corrected, returned and shared; absent for the defaults.")
        @Valid
        @Nullable
        PointsPolicies policies,

        @Schema(description = "Tiers; absent for a programme without.") @Valid @Nullable
        TierScheme tiers,

        @Schema(description = "Who may take part and what notice members get; absent for the defaults.")
        @Valid
        @Nullable
        Participation participation,

        @Schema(description = "How the rules of a group stack.") @Size(max = 100) @Nullable
        List<@Valid @NotNull Stacking> stacking,

        @Schema(description = "Velocity rules: what holds earnings for review.") @Size(max = 100) @Nullable
        List<@Valid @NotNull Watch> watches,

        @Schema(description = "Achievements and challenges: what members can reach.") @Size(max = 500) @Nullable
        List<@Valid @NotNull Achievement> achievements) {

    Draft toDraft() {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "The time zone is not known.",
                    new FieldError("/timeZone", "is an IANA time zone such as Europe/Prague"));
        }
        return new Draft(
                name,
                ZoneId.of(timeZone),
                new Terms(
                        termsVersion,
                        currencies,
                        rules,
                        caps,
                        policies,
                        tiers,
                        participation,
                        stacking,
                        watches,
                        achievements));
    }
}
