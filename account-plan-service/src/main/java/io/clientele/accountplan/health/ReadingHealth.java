package io.clientele.accountplan.health;

import io.clientele.accountplan.contact.Coverage;
import io.clientele.accountplan.contact.CoverageMatrix;
import io.clientele.accountplan.contribution.Contribution;
import io.clientele.accountplan.contribution.ContributionState;
import io.clientele.accountplan.objective.Objective;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.progress.ObjectiveStatus;
import io.clientele.accountplan.progress.Progress;
import io.clientele.accountplan.progress.Progresses;
import io.clientele.accountplan.returns.Returns;
import io.clientele.accountplan.review.PlanReviews;
import io.clientele.accountplan.review.ReviewStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what the health of many plans is worked out from: the same number of statements however many they are. */
@ApplicationScoped
class ReadingHealth {

    private final EntityManager entities;
    private final Progresses progresses;
    private final Coverage coverage;
    private final Returns returns;
    private final PlanReviews reviews;
    private final HealthFormula formula;
    private final Clock clock;

    ReadingHealth(
            EntityManager entities,
            Progresses progresses,
            Coverage coverage,
            Returns returns,
            PlanReviews reviews,
            HealthFormula formula,
            Clock clock) {
        this.entities = entities;
        this.progresses = progresses;
        this.coverage = coverage;
        this.returns = returns;
        this.reviews = reviews;
        this.formula = formula;
        this.clock = clock;
    }

    /**
     * The health of live plans, by plan.
     *
     * @param plans those of the caller's scope that are asked for
     */
    Map<UUID, PlanHealth> of(Collection<AccountPlan> plans) {
        LocalDate today = LocalDate.now(clock);
        Set<UUID> ids = plans.stream().map(AccountPlan::id).collect(Collectors.toSet());
        Set<String> clients = plans.stream().map(AccountPlan::clientId).collect(Collectors.toSet());
        Map<UUID, HealthFacts.Part> objectives = objectives(ids, today);
        Map<UUID, Set<String>> signed = signed(ids);
        Map<UUID, HealthFacts.Part> prerequisites = prerequisites(ids, today);
        Map<String, CoverageMatrix> matrices = coverage.ofEach(clients);
        Map<String, Returns.Total> totals = returns.ofEach(clients);
        Map<UUID, ReviewStanding> standing =
                reviews.standing(plans.size() == 1 ? plans.iterator().next().id() : null).stream()
                        .collect(Collectors.toMap(ReviewStanding::planId, each -> each));
        Map<UUID, PlanHealth> health = new HashMap<>();
        for (AccountPlan plan : plans) {
            ReviewStanding review = standing.get(plan.id());
            if (review != null) {
                Returns.Total total = totals.getOrDefault(plan.clientId(), Returns.Total.UNKNOWN);
                health.put(
                        plan.id(),
                        formula.of(
                                new HealthFacts(
                                        objectives.getOrDefault(plan.id(), HealthFacts.Part.NONE),
                                        signOffs(plan, signed.getOrDefault(plan.id(), Set.of())),
                                        prerequisites.getOrDefault(plan.id(), HealthFacts.Part.NONE),
                                        covered(matrices.get(plan.clientId())),
                                        review.lastReviewedOn(),
                                        review.dueOn(),
                                        total.ratio(),
                                        total.missing()),
                                today));
            }
        }
        return health;
    }

    private Map<UUID, HealthFacts.Part> objectives(Set<UUID> plans, LocalDate today) {
        List<Objective> all = entities.createQuery("from Objective where planId in :plans", Objective.class)
                .setParameter("plans", plans)
                .getResultList();
        Map<UUID, Progress> progress = progresses.of(plans, all);
        Map<UUID, HealthFacts.Part> parts = new HashMap<>();
        for (Objective each : all) {
            Progress far = Objects.requireNonNull(progress.get(each.id()));
            if (far.status() != ObjectiveStatus.DEFERRED && far.status() != ObjectiveStatus.CANCELLED) {
                parts.merge(
                        each.planId(),
                        HealthFacts.Part.NONE.plus(formula.onTrack(each.terms(), far, today)),
                        ReadingHealth::sum);
            }
        }
        return parts;
    }

    private Map<UUID, Set<String>> signed(Set<UUID> plans) {
        return entities.createQuery("from Contribution where planId in :plans and state = :signed", Contribution.class)
                .setParameter("plans", plans)
                .setParameter("signed", ContributionState.SIGNED_OFF)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        Contribution::planId, Collectors.mapping(Contribution::productLine, Collectors.toSet())));
    }

    private static HealthFacts.Part signOffs(AccountPlan plan, Set<String> signed) {
        HealthFacts.Part part = HealthFacts.Part.NONE;
        for (String line : plan.requiredProductLines()) {
            part = part.plus(signed.contains(line));
        }
        return part;
    }

    private Map<UUID, HealthFacts.Part> prerequisites(Set<UUID> plans, LocalDate today) {
        Map<UUID, HealthFacts.Part> parts = new HashMap<>();
        entities.createQuery("""
                        select x.planId as plan, x.metOn as met, x.dueOn as due from Prerequisite x
                        join Opportunity o on o.id = x.opportunityId
                        where x.planId in :plans and o.stage not in (WON, LOST, WITHDRAWN)""", Tuple.class)
                .setParameter("plans", plans)
                .getResultStream()
                .forEach(row -> {
                    LocalDate due = row.get("due", LocalDate.class);
                    boolean fine = row.get("met") != null || due == null || !due.isBefore(today);
                    parts.merge(row.get("plan", UUID.class), HealthFacts.Part.NONE.plus(fine), ReadingHealth::sum);
                });
        return parts;
    }

    private static HealthFacts.Part covered(@org.jspecify.annotations.Nullable CoverageMatrix matrix) {
        HealthFacts.Part part = HealthFacts.Part.NONE;
        if (matrix != null) {
            for (CoverageMatrix.Slot slot : matrix.slots()) {
                part = part.plus(slot.gap() == null);
            }
        }
        return part;
    }

    private static HealthFacts.Part sum(HealthFacts.Part one, HealthFacts.Part other) {
        return new HealthFacts.Part(one.good() + other.good(), one.all() + other.all());
    }
}
