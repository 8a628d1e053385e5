package io.clientele.loyalty.simulation.api;

import io.clientele.loyalty.rules.Cap;
import io.clientele.loyalty.rules.EarningRule;
import io.clientele.loyalty.rules.PointsCurrency;
import io.clientele.loyalty.rules.Stacking;
import io.clientele.loyalty.rules.Terms;
import io.clientele.loyalty.rules.TierScheme;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Terms to be tried, as far as they decide what is earned.
 *
 * @param currencies of points; the first is the main one
 * @param rules that earn
 * @param caps that rules may name
 * @param tiers absent for none
 * @param stacking how the rules of a group stack
 */
@Schema(name = "CandidateTerms")
record CandidateRequest(
        @NotEmpty @Size(max = 20) List<@Valid @NotNull PointsCurrency> currencies,
        @NotNull @Size(max = 1000) List<@Valid @NotNull EarningRule> rules,
        @Size(max = 100) @Nullable List<@Valid @NotNull Cap> caps,
        @Valid @Nullable TierScheme tiers,
        @Size(max = 100) @Nullable List<@Valid @NotNull Stacking> stacking) {

    Terms toTerms() {
        return new Terms("candidate", currencies, rules, caps, null, tiers, null, stacking, null, null);
    }
}
