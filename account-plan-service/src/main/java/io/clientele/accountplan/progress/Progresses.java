package io.clientele.accountplan.progress;

import io.clientele.accountplan.objective.Objective;
import io.clientele.accountplan.objective.Objectives;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.contracts.accountplans.ObjectiveAchieved;
import io.clientele.contracts.accountplans.ObjectiveMissed;
import io.clientele.contracts.accountplans.ObjectiveProgressed;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Measuring objectives and ending them: for their owners and those who write the plan. A plan in force stays in force. */
@ApplicationScoped
public class Progresses implements PanacheRepositoryBase<ProgressStep, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    private final AccountPlans plans;
    private final Objectives objectives;
    private final CurrentWork work;
    private final Events events;
    private final Clock clock;

    Progresses(AccountPlans plans, Objectives objectives, CurrentWork work, Events events, Clock clock) {
        this.plans = plans;
        this.objectives = objectives;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a measurement. Publishes {@code objective.progressed}.
     *
     * @throws ProblemException 404, 403 {@code not-objective-owner}, 409 {@code plan-archived} or {@code objective-over},
     *     422 {@code measured-in-future}
     */
    @Transactional
    public ProgressStep measure(UUID planId, UUID objectiveId, BigDecimal value, LocalDate on, String source) {
        AccountPlan plan = plans.forChange(planId);
        Objective objective = objectives.get(plan, objectiveId);
        Caller caller = allowed(plan, objective);
        Progress before = of(objective);
        requireOpen(before);
        requirePast(on);
        Instant now = clock.instant();
        ProgressStep step = new ProgressStep(objective, ObjectiveStatus.OPEN, value, on, source, caller, now);
        persist(step);
        BigDecimal former = before.value();
        if (former == null && objective.terms().baseline() != null) {
            former = Objects.requireNonNull(objective.terms().baseline()).value();
        }
        events.publish(new ObjectiveProgressed(
                planId, plan.clientId(), objectiveId, former, value, on, now, caller.id(), objective.path()));
        return step;
    }

    /**
     * Ends an objective. Publishes {@code objective.achieved} or {@code objective.missed} where it is one of these.
     *
     * @param value required for ACHIEVED: what shows that the target is reached
     * @throws ProblemException 404, 403 {@code not-objective-owner}, 409 {@code plan-archived} or {@code objective-over},
     *     422 {@code evidence-missing}, {@code target-not-met} or {@code status-not-final}
     */
    @Transactional
    public ProgressStep end(
            UUID planId, UUID objectiveId, ObjectiveStatus how, @Nullable BigDecimal value, String reason) {
        AccountPlan plan = plans.forChange(planId);
        Objective objective = objectives.get(plan, objectiveId);
        Caller caller = allowed(plan, objective);
        Progress before = of(objective);
        requireOpen(before);
        check(objective, how, value);
        Instant now = clock.instant();
        ProgressStep step = new ProgressStep(objective, how, value, LocalDate.now(clock), reason, caller, now);
        persist(step);
        BigDecimal target = objective.terms().target();
        if (how == ObjectiveStatus.ACHIEVED && target != null && value != null) {
            events.publish(new ObjectiveAchieved(
                    planId, plan.clientId(), objectiveId, target, value, now, caller.id(), objective.path()));
        }
        if (how == ObjectiveStatus.MISSED) {
            events.publish(new ObjectiveMissed(
                    planId,
                    plan.clientId(),
                    objectiveId,
                    target,
                    value == null ? before.value() : value,
                    now,
                    caller.id(),
                    objective.path()));
        }
        return step;
    }

    /** How far an objective is. */
    public Progress of(Objective objective) {
        return judge(objective, list("objectiveId = ?1 order by happenedOn, id", objective.id()));
    }

    /** How far the objectives of a plan are, by objective; one statement. */
    public Map<UUID, Progress> of(AccountPlan plan, List<Objective> all) {
        return of(Set.of(plan.id()), all);
    }

    /** How far the objectives of some plans are, by objective; one statement. */
    public Map<UUID, Progress> of(Set<UUID> plans, List<Objective> all) {
        Map<UUID, List<ProgressStep>> steps = new HashMap<>();
        list("planId in ?1 order by happenedOn, id", plans)
                .forEach(step -> steps.computeIfAbsent(step.objectiveId(), id -> new java.util.ArrayList<>())
                        .add(step));
        Map<UUID, Progress> progress = new HashMap<>();
        all.forEach(objective ->
                progress.put(objective.id(), judge(objective, steps.getOrDefault(objective.id(), List.of()))));
        return progress;
    }

    /** A page of an objective's measurements and its end, in the order they were recorded. */
    public List<ProgressStep> page(Objective objective, Seek seek) {
        UUID after = seek.after(UUID::fromString);
        return find("objectiveId = ?1 and id > ?2 order by id", objective.id(), after == null ? FIRST : after)
                .range(0, seek.fetch() - 1)
                .list();
    }

    private static Progress judge(Objective objective, List<ProgressStep> steps) {
        ObjectiveStatus status = ObjectiveStatus.OPEN;
        ProgressStep last = null;
        for (ProgressStep step : steps) {
            if (step.status() != ObjectiveStatus.OPEN) {
                status = step.status();
            }
            if (step.value() != null) {
                last = step;
            }
        }
        return Progress.of(
                objective.terms(), status, last == null ? null : last.value(), last == null ? null : last.happenedOn());
    }

    private Caller allowed(AccountPlan plan, Objective objective) {
        PlanRights rights = plans.rightsOver(plan);
        if (!rights.caller().id().equals(objective.terms().owner()) && !rights.isWriter()) {
            throw ProblemException.forbidden(
                    "not-objective-owner", "Its owner, and those who write the plan, measure and end an objective.");
        }
        plan.requireLive();
        return work.caller();
    }

    private static void requireOpen(Progress progress) {
        if (progress.status() != ObjectiveStatus.OPEN) {
            throw ProblemException.conflict("objective-over", "The objective is " + progress.status() + ".");
        }
    }

    private void requirePast(LocalDate on) {
        if (on.isAfter(LocalDate.now(clock)) || on.getYear() < 1900) {
            throw ProblemException.ruleViolated(
                    "measured-in-future",
                    "A value is measured up to today.",
                    new FieldError("/measuredOn", "is not after today"));
        }
    }

    private static void check(Objective objective, ObjectiveStatus how, @Nullable BigDecimal value) {
        switch (how) {
            case OPEN ->
                throw ProblemException.ruleViolated(
                        "status-not-final", "An objective does not end open.", new FieldError("/status", "is final"));
            case ACHIEVED -> {
                if (value == null) {
                    throw ProblemException.ruleViolated(
                            "evidence-missing",
                            "An objective is achieved by a value that shows it.",
                            new FieldError("/value", "is required"));
                }
                if (!Progress.reaches(objective.terms(), value)) {
                    throw ProblemException.ruleViolated(
                            "target-not-met",
                            "The value does not reach the target.",
                            new FieldError("/value", "reaches the target"));
                }
            }
            case MISSED, DEFERRED, CANCELLED -> {}
        }
    }
}
