package io.clientele.accountplan.plan;

import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Opening a plan, and changing what it says about itself. */
@ApplicationScoped
public class WritingPlans {

    private final AccountPlans plans;
    private final Clients clients;
    private final ProductLines productLines;
    private final CurrentWork work;
    private final Events events;
    private final Clock clock;

    WritingPlans(
            AccountPlans plans,
            Clients clients,
            ProductLines productLines,
            CurrentWork work,
            Events events,
            Clock clock) {
        this.plans = plans;
        this.clients = clients;
        this.productLines = productLines;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the first draft of a plan; its owner is the client's relationship manager.
     *
     * @throws ProblemException 422 {@code client-unknown}, {@code client-without-manager} or
     *     {@code product-line-unknown}, 403 {@code not-plan-writer}, 409 {@code plan-period-overlaps}
     */
    @Transactional
    public AccountPlan open(String clientId, PlanHeader header) {
        Client client = clients.forCommand(clientId, "/clientId");
        Caller author = work.caller();
        new PlanRights(author, client.book()).requireWriter();
        String manager = client.manager();
        if (manager == null) {
            throw ProblemException.ruleViolated(
                    "client-without-manager",
                    "A plan belongs to the client's relationship manager: assign one first.",
                    new FieldError("/clientId", "has no relationship manager"));
        }
        productLines.require(header.requiredProductLines(), "/requiredProductLines");
        plans.requireFree(clientId, header.period(), null);
        AccountPlan plan = new AccountPlan(clientId, manager, header, author, clock.instant());
        plans.persist(plan);
        events.publish(plan.created(client.tier()));
        return plan;
    }

    /**
     * Changes what a plan says about itself.
     *
     * @param change from what it says now to what it is to say
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 {@code plan-submitted},
     *     {@code plan-archived} or {@code plan-period-overlaps}, 422 {@code product-line-unknown}
     */
    @Transactional
    public AccountPlan change(UUID id, IfMatch ifMatch, UnaryOperator<PlanHeader> change) {
        AccountPlan plan = plans.forChange(id);
        plans.rightsOver(plan).requireWriter();
        ifMatch.check(plan);
        PlanHeader header = change.apply(plan.header());
        productLines.require(header.requiredProductLines(), "/requiredProductLines");
        plans.requireFree(plan.clientId(), header.period(), plan.id());
        plan.change(header, work.caller(), clock.instant());
        plans.flush();
        return plan;
    }
}
