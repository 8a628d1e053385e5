package io.clientele.accountplan.objective;

import io.clientele.contracts.accountplans.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Terms on their way to being changed, for tests: {@code Terms.but(SOUND, t -> t.unit = null)}. */
final class Terms {

    String statement;

    @Nullable
    String entity;

    @Nullable
    String productLine;

    @Nullable
    String geography;

    @Nullable
    String owner;

    @Nullable
    String unit;

    @Nullable
    Measurement baseline;

    @Nullable
    Measurement history;

    @Nullable
    BigDecimal target;

    @Nullable
    Direction direction;

    @Nullable
    String dataSource;

    @Nullable
    LocalDate startOn;

    @Nullable
    LocalDate dueOn;

    List<Milestone> milestones;

    @Nullable
    UUID priorityId;

    @Nullable
    String budgetLine;

    List<Resource> resources;

    @Nullable
    String justification;

    boolean closesReturnGap;

    List<UUID> prerequisiteIds;

    private Terms(ObjectiveTerms terms) {
        statement = terms.statement();
        entity = terms.entity();
        productLine = terms.productLine();
        geography = terms.geography();
        owner = terms.owner();
        unit = terms.unit();
        baseline = terms.baseline();
        history = terms.history();
        target = terms.target();
        direction = terms.direction();
        dataSource = terms.dataSource();
        startOn = terms.startOn();
        dueOn = terms.dueOn();
        milestones = terms.milestones();
        priorityId = terms.priorityId();
        budgetLine = terms.budgetLine();
        resources = terms.resources();
        justification = terms.justification();
        closesReturnGap = terms.closesReturnGap();
        prerequisiteIds = terms.prerequisiteIds();
    }

    static ObjectiveTerms but(ObjectiveTerms terms, Consumer<Terms> change) {
        Terms changed = new Terms(terms);
        change.accept(changed);
        return changed.terms();
    }

    private ObjectiveTerms terms() {
        return new ObjectiveTerms(
                statement,
                entity,
                productLine,
                geography,
                owner,
                unit,
                baseline,
                history,
                target,
                direction,
                dataSource,
                startOn,
                dueOn,
                milestones,
                priorityId,
                budgetLine,
                resources,
                justification,
                closesReturnGap,
                prerequisiteIds);
    }
}
