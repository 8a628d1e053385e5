package io.clientele.accountplan.objective.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.objective.Measurement;
import io.clientele.accountplan.objective.Milestone;
import io.clientele.accountplan.objective.Objective;
import io.clientele.accountplan.objective.ObjectiveTerms;
import io.clientele.accountplan.objective.Resource;
import io.clientele.accountplan.objective.SmartVerdict;
import io.clientele.accountplan.objective.Waiver;
import io.clientele.contracts.accountplans.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Objective", description = "An objective of a plan, with the verdict of its SMART check.")
record ObjectiveResponse(
        @Schema(examples = "01957c82-0c11-7d3a-a4f0-7be2d1c9aa10")
        UUID id,

        @Schema(examples = "01957c80-11b2-7a55-8d0e-64f1b7c9a203")
        UUID planId,

        @Schema(examples = "Win the cash pooling mandate of the Czech entities")
        String statement,

        @Schema(description = "Client number of the client or entity this is about.", examples = "C-10482") @Nullable
        String entity,

        @Schema(description = "Code of the product line.", examples = "cash-management") @Nullable
        String productLine,

        @Schema(description = "Country or code of a region.", examples = "CZ") @Nullable
        String geography,

        @Schema(description = "User id of who answers for it.", examples = "rm-novak") @Nullable
        String owner,

        @Schema(description = "Unit of baseline, history and target.", examples = "EUR fee income a year") @Nullable
        String unit,

        @Schema(description = "Where it starts from.") @Nullable
        Measurement baseline,

        @Schema(description = "An earlier measurement than the baseline.") @Nullable
        Measurement history,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The value to reach.", type = SchemaType.STRING, examples = "1500000")
        @Nullable
        BigDecimal target,

        @Schema(description = "Which way the value is to move.") @Nullable
        Direction direction,

        @Schema(description = "Where the measurements come from.", examples = "Monthly revenue report, fee income")
        @Nullable
        String dataSource,

        @Schema(description = "First day of work.", examples = "2026-01-01") @Nullable
        LocalDate startOn,

        @Schema(description = "Day the target is to be reached.", examples = "2026-12-31") @Nullable
        LocalDate dueOn,

        @Schema(description = "Steps on the way.") List<Milestone> milestones,

        @Schema(description = "The priority of the plan it serves.") @Nullable
        UUID priorityId,

        @Schema(description = "The budget line it serves.", examples = "CM-2026-FEES") @Nullable
        String budgetLine,

        @Schema(description = "Who and what it needs.") List<Resource> resources,

        @Schema(
                description = "Why a target beyond the growth so far is within reach.",
                examples = "The parent moves its pooling to us in May")
        @Nullable
        String justification,

        @Schema(description = "Whether it serves to close the client's return gap.", examples = "false")
        boolean closesReturnGap,

        @Schema(description = "Prerequisites of the plan's opportunities it waits for.")
        List<UUID> prerequisiteIds,

        @Schema(description = "The acceptance of the justification; absent when there is none.") @Nullable
        Waiver waiver,

        SmartVerdict smartCheck,
        @Schema(examples = "rm-novak") String createdBy,
        Instant createdAt,
        @Schema(examples = "rm-novak") String changedBy,
        Instant changedAt) {

    static ObjectiveResponse from(Objective objective, SmartVerdict verdict) {
        ObjectiveTerms terms = objective.terms();
        return new ObjectiveResponse(
                objective.id(),
                objective.planId(),
                terms.statement(),
                terms.entity(),
                terms.productLine(),
                terms.geography(),
                terms.owner(),
                terms.unit(),
                terms.baseline(),
                terms.history(),
                terms.target(),
                terms.direction(),
                terms.dataSource(),
                terms.startOn(),
                terms.dueOn(),
                terms.milestones(),
                terms.priorityId(),
                terms.budgetLine(),
                terms.resources(),
                terms.justification(),
                terms.closesReturnGap(),
                terms.prerequisiteIds(),
                objective.waiver(),
                verdict,
                objective.createdBy(),
                objective.createdAt(),
                objective.changedBy(),
                objective.changedAt());
    }
}
