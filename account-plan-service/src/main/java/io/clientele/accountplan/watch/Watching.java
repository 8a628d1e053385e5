package io.clientele.accountplan.watch;

import io.clientele.accountplan.alert.Raising;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.commitment.Commitment;
import io.clientele.accountplan.commitment.Commitments;
import io.clientele.accountplan.commitment.Deliveries;
import io.clientele.accountplan.contact.Contacts;
import io.clientele.accountplan.contact.Coverage;
import io.clientele.accountplan.health.MeasuringHealth;
import io.clientele.accountplan.keyaccount.Overriding;
import io.clientele.accountplan.opportunity.Opportunities;
import io.clientele.accountplan.opportunity.Prerequisites;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanState;
import io.clientele.accountplan.review.ReviewingPlans;
import io.clientele.contracts.accountplans.CommitmentUnderDelivered;
import io.clientele.platform.background.OneReplica;
import io.clientele.platform.caller.Work;
import io.clientele.platform.events.Events;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks over all live plans from time to time and tells what became true without anybody doing anything. Each plan is a
 * transaction of its own; a fact is told once, until it is cured.
 */
@ApplicationScoped
public class Watching {

    private static final String ACTIVITY = "plan-watch";
    private static final Logger LOG = Logger.getLogger(Watching.class);

    private final AccountPlans plans;
    private final Commitments commitments;
    private final Deliveries deliveries;
    private final Opportunities opportunities;
    private final Prerequisites prerequisites;
    private final Contacts contacts;
    private final Coverage coverage;
    private final Clients clients;
    private final Raising raising;
    private final Overriding overriding;
    private final ReviewingPlans reviewing;
    private final MeasuringHealth health;
    private final OneReplica replicas;
    private final Events events;
    private final Clock clock;

    Watching(
            AccountPlans plans,
            Commitments commitments,
            Deliveries deliveries,
            Opportunities opportunities,
            Prerequisites prerequisites,
            Contacts contacts,
            Coverage coverage,
            Clients clients,
            Raising raising,
            Overriding overriding,
            ReviewingPlans reviewing,
            MeasuringHealth health,
            OneReplica replicas,
            Events events,
            Clock clock) {
        this.plans = plans;
        this.commitments = commitments;
        this.deliveries = deliveries;
        this.opportunities = opportunities;
        this.prerequisites = prerequisites;
        this.contacts = contacts;
        this.coverage = coverage;
        this.clients = clients;
        this.raising = raising;
        this.overriding = overriding;
        this.reviewing = reviewing;
        this.health = health;
        this.replicas = replicas;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(
            every = "{clientele.watch.every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watch() {
        look();
    }

    /** Looks over all live plans once. */
    public void look() {
        Work.of(ACTIVITY).run(() -> {
            overriding.expire();
            reviewing.flagStale();
            health.measureAll();
            List<UUID> live = QuarkusTransaction.requiringNew()
                    .call(() -> plans.stream("state <> ?1 order by id", PlanState.ARCHIVED)
                            .map(AccountPlan::id)
                            .toList());
            live.forEach(plan -> QuarkusTransaction.requiringNew().run(() -> look(plan)));
        });
    }

    private void look(UUID id) {
        if (!replicas.mayDo(ACTIVITY)) {
            return;
        }
        AccountPlan plan = plans.forChange(id);
        commitments.of(plan).forEach(commitment -> judge(plan, commitment));
        opportunities.of(plan).forEach(each -> prerequisites.judge(plan, each, ACTIVITY, clock.instant()));
        if (!contacts.of(plan.clientId()).isEmpty()) {
            coverage.refresh(clients.get(plan.clientId()));
        }
        raising.refresh(
                plan.clientId(),
                plans.list("clientId = ?1 and state <> ?2 order by id", plan.clientId(), PlanState.ARCHIVED));
    }

    private void judge(AccountPlan plan, Commitment commitment) {
        try {
            CommitmentUnderDelivered fact =
                    commitment.judge(plan.clientId(), deliveries.of(plan, commitment), ACTIVITY, clock.instant());
            if (fact != null) {
                events.publish(fact);
            }
        } catch (ProblemException noRate) {
            // told again with the next look, once treasury has quoted
            LOG.debugf("commitment=%s not judged code=%s", commitment.id(), noRate.code());
        }
    }
}
