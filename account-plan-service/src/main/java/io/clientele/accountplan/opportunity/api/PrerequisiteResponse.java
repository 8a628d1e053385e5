package io.clientele.accountplan.opportunity.api;

import io.clientele.accountplan.opportunity.Prerequisite;
import io.clientele.contracts.accountplans.PrerequisiteKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Prerequisite", description = "Something that has to be in place before a bid.")
record PrerequisiteResponse(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "The opportunity.") UUID opportunityId,

        @Schema(description = "What has to be in place.", examples = "Credit facility for the Asian entities approved")
        String title,

        @Schema(description = "What it is about.") PrerequisiteKind kind,

        @Schema(description = "User id of who answers for it.", examples = "rm-novak")
        String owner,

        @Schema(description = "Whether the bid must not begin without it.")
        boolean blocker,

        @Schema(description = "How long it takes once what it depends on is in place, in days.", examples = "30")
        int days,

        @Schema(description = "Day it is wanted by.", examples = "2026-06-30") @Nullable
        LocalDate dueOn,

        @Schema(description = "Prerequisites of the same opportunity that come before.")
        List<UUID> dependsOn,

        @Schema(description = "Day it was in place.", examples = "2026-01-31") @Nullable
        LocalDate metOn,

        @Schema(description = "Who said so.", examples = "rm-novak") @Nullable
        String metBy,

        @Schema(description = "What shows it.", examples = "Credit committee, minutes 12/2026") @Nullable
        String evidence) {
    static PrerequisiteResponse from(Prerequisite prerequisite) {
        Prerequisite.Terms terms = prerequisite.terms();
        return new PrerequisiteResponse(
                prerequisite.id(),
                prerequisite.opportunityId(),
                terms.title(),
                terms.kind(),
                terms.owner(),
                terms.blocker(),
                terms.days(),
                terms.dueOn(),
                terms.dependsOn(),
                prerequisite.metOn(),
                prerequisite.metBy(),
                prerequisite.evidence());
    }
}
