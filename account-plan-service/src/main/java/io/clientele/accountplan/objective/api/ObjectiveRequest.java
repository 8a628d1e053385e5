package io.clientele.accountplan.objective.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.objective.Measurement;
import io.clientele.accountplan.objective.Milestone;
import io.clientele.accountplan.objective.ObjectiveTerms;
import io.clientele.accountplan.objective.Resource;
import io.clientele.contracts.accountplans.Direction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "ObjectiveRequest",
        description =
                "What an objective says. Only the statement is required; the SMART check shows what else is missing.")
record ObjectiveRequest(
        @NotBlank
        @Size(max = 1000)
        @Schema(
                description = "What is to be reached, in words; vague verbs fail the check.",
                examples = "Win the cash pooling mandate of the Czech entities",
                required = true)
        String statement,

        @Size(max = 64)
        @Schema(
                description =
                        "Client number of the client, or the entity of its group, this is about; the plan's client when absent.",
                examples = "C-10482")
        @Nullable
        String entity,

        @Size(max = 40) @Schema(description = "Code of the product line.", examples = "cash-management") @Nullable
        String productLine,

        @Pattern(regexp = "[A-Z]{2,10}")
        @Schema(description = "Country (ISO 3166-1 alpha-2) or code of a region.", examples = "CZ")
        @Nullable
        String geography,

        @Size(max = 64) @Schema(description = "User id of who answers for it.", examples = "rm-novak") @Nullable
        String owner,

        @Size(max = 40)
        @Schema(description = "Unit of baseline, history and target.", examples = "EUR fee income a year")
        @Nullable
        String unit,

        @Valid @Schema(description = "Where it starts from.") @Nullable
        Measurement baseline,

        @Valid
        @Schema(
                description =
                        "An earlier measurement than the baseline: the growth so far, against which the target is judged.")
        @Nullable
        Measurement history,

        @Digits(integer = 18, fraction = 6)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "The value to reach; at most 18 digits before and 6 after the point.",
                type = SchemaType.STRING,
                examples = "1500000")
        @Nullable
        BigDecimal target,

        @Schema(description = "Which way the value is to move.") @Nullable
        Direction direction,

        @Size(max = 200)
        @Schema(description = "Where the measurements come from.", examples = "Monthly revenue report, fee income")
        @Nullable
        String dataSource,

        @Schema(description = "First day of work.", examples = "2026-01-01") @Nullable
        LocalDate startOn,

        @Schema(description = "Day the target is to be reached.", examples = "2026-12-31") @Nullable
        LocalDate dueOn,

        @Size(max = 100) @Schema(description = "Steps on the way, at least one a quarter.") @Nullable
        List<@NotNull @Valid Milestone> milestones,

        @Schema(description = "The priority of the plan it serves.") @Nullable
        UUID priorityId,

        @Size(max = 40) @Schema(description = "The budget line it serves.", examples = "CM-2026-FEES") @Nullable
        String budgetLine,

        @Size(max = 50) @Schema(description = "Who and what it needs: at least one person, and money.") @Nullable
        List<@NotNull @Valid Resource> resources,

        @Size(max = 4000)
        @Schema(
                description =
                        "Why a target beyond the growth so far is within reach; a second person has to accept it.",
                examples = "The parent moves its pooling to us in May")
        @Nullable
        String justification,

        @Schema(description = "Whether it serves to close the client's return gap.", examples = "true") @Nullable
        Boolean closesReturnGap,

        @Size(max = 50) @Schema(description = "Prerequisites of the plan's opportunities it waits for.") @Nullable
        List<@NotNull UUID> prerequisiteIds) {

    ObjectiveTerms terms(String clientOfPlan) {
        String named = given(entity);
        return new ObjectiveTerms(
                statement.strip(),
                named == null ? clientOfPlan : named,
                given(productLine),
                geography,
                given(owner),
                given(unit),
                baseline,
                history,
                target,
                direction,
                given(dataSource),
                startOn,
                dueOn,
                milestones == null ? List.of() : milestones,
                priorityId,
                given(budgetLine),
                resources == null ? List.of() : resources,
                given(justification),
                closesReturnGap != null && closesReturnGap,
                prerequisiteIds == null ? List.of() : prerequisiteIds);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
