package io.clientele.loyalty.programme.api;

import io.clientele.loyalty.programme.ProgrammeVersion;
import io.clientele.loyalty.rules.Achievement;
import io.clientele.loyalty.rules.Cap;
import io.clientele.loyalty.rules.EarningRule;
import io.clientele.loyalty.rules.Participation;
import io.clientele.loyalty.rules.PointsCurrency;
import io.clientele.loyalty.rules.PointsPolicies;
import io.clientele.loyalty.rules.Stacking;
import io.clientele.loyalty.rules.TierScheme;
import io.clientele.loyalty.rules.Watch;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a programme's terms. */
@Schema(name = "ProgrammeVersion", description = "A version of a programme's terms; once approved it never changes.")
record VersionResponse(
        @Schema(description = "From 1.", examples = "1") int number,
        @Schema(examples = "APPROVED") ProgrammeVersion.State state,
        @Schema(examples = "2026-01") String termsVersion,
        List<PointsCurrency> currencies,
        List<EarningRule> rules,

        @Schema(description = "Caps that rules may name; absent for none.") @Nullable
        List<Cap> caps,

        @Schema(description = "Absent for the defaults.") @Nullable
        PointsPolicies policies,

        @Schema(description = "Absent for a programme without tiers.") @Nullable
        TierScheme tiers,

        @Schema(description = "Absent for the defaults.") @Nullable
        Participation participation,

        @Schema(description = "How the rules of a group stack; absent for no groups.") @Nullable
        List<Stacking> stacking,

        @Schema(description = "What holds earnings for review; absent for nothing.") @Nullable
        List<Watch> watches,

        @Schema(description = "What members can reach; absent for nothing.") @Nullable
        List<Achievement> achievements,

        @Schema(
                description = "All who wrote, changed or submitted it, the author first; none of them approves it.",
                examples = "[\"olga.operator\"]")
        List<String> makers,

        @Schema(description = "Who approved or last rejected it.", examples = "adam.approver") @Nullable
        String decidedBy,

        @Nullable Instant decidedAt,

        @Schema(description = "What the decider remarked.", examples = "As agreed.") @Nullable
        String remark,

        @Schema(description = "From when it is in force.") @Nullable
        Instant effectiveFrom) {

    static VersionResponse from(ProgrammeVersion version) {
        return new VersionResponse(
                version.number(),
                version.state(),
                version.terms().termsVersion(),
                version.terms().currencies(),
                version.terms().rules(),
                version.terms().caps(),
                version.terms().policies(),
                version.terms().tiers(),
                version.terms().participation(),
                version.terms().stacking(),
                version.terms().watches(),
                version.terms().achievements(),
                version.makers(),
                version.decidedBy(),
                version.decidedAt(),
                version.remark(),
                version.effectiveFrom());
    }
}
