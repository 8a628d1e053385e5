package io.clientele.accountplan.objective;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.contracts.accountplans.Direction;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What an objective says. Only the statement is required: what else is missing is for the SMART check to tell.
 *
 * @param statement what is to be reached, in words
 * @param entity client number of the client, or of the entity of its group, this is about
 * @param productLine code of the product line
 * @param geography country (ISO 3166-1 alpha-2) or code of a region
 * @param owner user id of who answers for it
 * @param unit unit of baseline, history and target
 * @param baseline where it starts from
 * @param history an earlier measurement than the baseline
 * @param target where it is to get
 * @param direction which way the value is to move
 * @param dataSource where the measurements come from
 * @param startOn first day of work
 * @param dueOn day the target is to be reached
 * @param milestones steps on the way
 * @param priorityId the priority of the plan it serves
 * @param budgetLine the budget line it serves
 * @param resources who and what it needs
 * @param justification why a target beyond the pace so far is within reach
 * @param closesReturnGap whether it serves to close the return gap of the client
 * @param prerequisiteIds prerequisites of the plan's opportunities it waits for
 */
@Embeddable
public record ObjectiveTerms(
        String statement,
        @Nullable String entity,
        @Nullable @Column(name = "product_line") String productLine,
        @Nullable String geography,
        @Nullable String owner,
        @Nullable String unit,

        @Nullable
        @Embedded
        @AttributeOverride(name = "value", column = @Column(name = "baseline"))
        @AttributeOverride(name = "on", column = @Column(name = "baseline_on"))
        Measurement baseline,

        @Nullable
        @Embedded
        @AttributeOverride(name = "value", column = @Column(name = "history"))
        @AttributeOverride(name = "on", column = @Column(name = "history_on"))
        Measurement history,

        @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal target,

        @Nullable @Enumerated(EnumType.STRING) Direction direction,
        @Nullable @Column(name = "data_source") String dataSource,
        @Nullable @Column(name = "start_on") LocalDate startOn,
        @Nullable @Column(name = "due_on") LocalDate dueOn,
        @JdbcTypeCode(SqlTypes.JSON) List<Milestone> milestones,
        @Nullable @Column(name = "priority_id") UUID priorityId,
        @Nullable @Column(name = "budget_line") String budgetLine,
        @JdbcTypeCode(SqlTypes.JSON) List<Resource> resources,
        @Nullable String justification,
        @Column(name = "closes_return_gap") boolean closesReturnGap,

        @JdbcTypeCode(SqlTypes.JSON) @Column(name = "prerequisite_ids")
        List<UUID> prerequisiteIds) {

    @SuppressWarnings("ConstantValue") // the JSON reader may pass null
    public ObjectiveTerms {
        target = Decimals.plain(target);
        milestones = List.copyOf(milestones);
        resources = List.copyOf(resources);
        // versions approved before there was such a list are read without it
        prerequisiteIds = List.copyOf(Objects.requireNonNullElse(prerequisiteIds, List.of()));
    }

    /** Whether the other terms ask for the same growth for the same reasons, so that a waiver given for one holds for the other. */
    boolean asksForTheSameGrowthAs(ObjectiveTerms other) {
        return Objects.equals(unit, other.unit)
                && Objects.equals(baseline, other.baseline)
                && Objects.equals(history, other.history)
                && Objects.equals(target, other.target)
                && direction == other.direction
                && Objects.equals(startOn, other.startOn)
                && Objects.equals(dueOn, other.dueOn)
                && Objects.equals(justification, other.justification);
    }
}
