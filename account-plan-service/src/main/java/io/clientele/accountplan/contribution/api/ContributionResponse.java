package io.clientele.accountplan.contribution.api;

import io.clientele.accountplan.contribution.Contribution;
import io.clientele.accountplan.contribution.ContributionState;
import io.clientele.accountplan.contribution.Section;
import io.clientele.platform.http.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Contribution", description = "The section a specialist was asked to write and to sign.")
record ContributionResponse(
        UUID id,
        UUID planId,

        @Schema(description = "Code of the product line.", examples = "cash-management")
        String productLine,

        @Schema(description = "User id of who was asked.", examples = "ps-dvorak")
        String specialist,

        @Schema(description = "Day it is wanted by.") @Nullable
        LocalDate dueOn,

        ContributionState state,

        @Schema(description = "What was written last; absent before a first draft.") @Nullable
        SectionBody section,

        @Schema(description = "When the specialist signed; absent while no signature holds.") @Nullable
        Instant signedAt,

        @Schema(examples = "rm-novak") String requestedBy,
        Instant requestedAt,
        @Schema(examples = "ps-dvorak") String changedBy,
        Instant changedAt) {

    static ContributionResponse from(Contribution contribution) {
        Section section = contribution.section();
        return new ContributionResponse(
                contribution.id(),
                contribution.planId(),
                contribution.productLine(),
                contribution.specialist(),
                contribution.dueOn(),
                contribution.state(),
                section == null ? null : SectionBody.from(section),
                contribution.signedAt(),
                contribution.requestedBy(),
                contribution.requestedAt(),
                contribution.changedBy(),
                contribution.changedAt());
    }

    /** The reply to a request or command. */
    static Reply created(Contribution contribution) {
        return Reply.created(contribution.path(), from(contribution)).withTag(contribution);
    }
}
