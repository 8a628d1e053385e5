package io.clientele.accountplan.action.api;

import io.clientele.accountplan.action.ActionStatus;
import io.clientele.accountplan.action.PlanAction;
import io.clientele.accountplan.action.PlanActionTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlanAction", description = "An action.")
record PlanActionResponse(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "The plan.") UUID planId,

        @Schema(description = "What is to be done.", examples = "Send the pooling proposal")
        String title,

        @Schema(description = "User id of who is to do it.", examples = "ps-dvorak")
        String owner,

        @Schema(description = "Day it is wanted by.", examples = "2026-04-30")
        LocalDate dueOn,

        @Schema(description = "The objective of the plan it serves.") @Nullable
        UUID objectiveId,

        @Schema(description = "Whether it is done.") ActionStatus status,

        @Schema(description = "Whether it is open past its day.")
        boolean overdue,

        @Schema(description = "What came of it.", examples = "Sent on 28 April") @Nullable
        String outcome,

        @Schema(description = "Who added it.", examples = "rm-novak")
        String createdBy,

        @Schema(description = "When it was added.") Instant createdAt,

        @Schema(description = "Who changed it last.", examples = "rm-novak")
        String changedBy,

        @Schema(description = "When it was changed last.") Instant changedAt) {
    static PlanActionResponse from(PlanAction planAction, LocalDate today) {
        PlanActionTerms terms = planAction.terms();
        return new PlanActionResponse(
                planAction.id(),
                planAction.planId(),
                terms.title(),
                terms.owner(),
                terms.dueOn(),
                terms.objectiveId(),
                planAction.status(),
                planAction.status() == ActionStatus.OPEN && terms.dueOn().isBefore(today),
                planAction.outcome(),
                planAction.createdBy(),
                planAction.createdAt(),
                planAction.changedBy(),
                planAction.changedAt());
    }
}
