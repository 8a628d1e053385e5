package io.clientele.accountplan.health;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanState;
import io.clientele.contracts.accountplans.PlanHealthChanged;
import io.clientele.platform.background.OneReplica;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Measures how plans do: one by one on demand, all of them at intervals into their history. */
@ApplicationScoped
public class MeasuringHealth {

    private final AccountPlans plans;
    private final ReadingHealth reading;
    private final HealthRecords records;
    private final OneReplica replicas;
    private final CurrentWork work;
    private final Events events;
    private final Clock clock;

    MeasuringHealth(
            AccountPlans plans,
            ReadingHealth reading,
            HealthRecords records,
            OneReplica replicas,
            CurrentWork work,
            Events events,
            Clock clock) {
        this.plans = plans;
        this.reading = reading;
        this.records = records;
        this.replicas = replicas;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A measurement of all live plans.
     *
     * @param plans how many there are
     * @param changed in how many something was other than last time
     */
    public record Run(Instant at, int plans, int changed) {}

    /**
     * How a plan does now.
     *
     * @throws ProblemException 409 {@code plan-archived}
     */
    public PlanHealth of(AccountPlan plan) {
        plan.requireLive();
        return Objects.requireNonNull(reading.of(List.of(plan)).get(plan.id()));
    }

    /**
     * Measures all live plans the caller reaches, notes what changed, and publishes {@code plan-health.changed} where a score
     * did. One transaction, however many plans; empty while another measurement runs.
     */
    @Transactional
    public Optional<Run> measureAll() {
        if (!replicas.mayDo("plan-health")) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<AccountPlan> live = plans.list("state <> ?1", PlanState.ARCHIVED);
        Map<UUID, PlanHealth> former = records.latest();
        Map<UUID, PlanHealth> measured = reading.of(live);
        Map<UUID, PlanHealth> changed = new HashMap<>();
        for (AccountPlan plan : live) {
            PlanHealth after = Objects.requireNonNull(measured.get(plan.id()));
            PlanHealth before = former.get(plan.id());
            if (after.equals(before)) {
                continue;
            }
            changed.put(plan.id(), after);
            if (before == null || !Objects.equals(before.score(), after.score())) {
                events.publish(new PlanHealthChanged(
                        plan.id(),
                        plan.clientId(),
                        before == null ? null : before.score(),
                        after.score(),
                        after.planQuality(),
                        after.clientHealth(),
                        now,
                        work.caller().id(),
                        plan.path() + "/health"));
            }
        }
        records.store(changed, now);
        return Optional.of(new Run(now, live.size(), changed.size()));
    }
}
