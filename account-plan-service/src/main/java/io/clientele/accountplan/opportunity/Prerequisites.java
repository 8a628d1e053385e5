package io.clientele.accountplan.opportunity;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.contracts.accountplans.OpportunityAtRisk;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The prerequisites of opportunities; each is reached through its plan, which the caller must see. */
@ApplicationScoped
public class Prerequisites implements PanacheRepositoryBase<Prerequisite, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    private final Events events;
    private final Clock clock;

    Prerequisites(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** All of an opportunity, in the order they were added. */
    public List<Prerequisite> of(Opportunity opportunity) {
        return list("opportunityId = ?1 order by id", opportunity.id());
    }

    /** A page of an opportunity's, in the order they were added. */
    public List<Prerequisite> page(Opportunity opportunity, Seek seek) {
        UUID after = seek.after(UUID::fromString);
        return find("opportunityId = ?1 and id > ?2 order by id", opportunity.id(), after == null ? FIRST : after)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /**
     * One of an opportunity.
     *
     * @throws ProblemException 404
     */
    public Prerequisite get(Opportunity opportunity, UUID id) {
        return find("opportunityId = ?1 and id = ?2", opportunity.id(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** The critical path of an opportunity to its request for proposal, from today on. */
    public CriticalPath pathOf(Opportunity opportunity) {
        return CriticalPath.of(
                of(opportunity).stream().map(Prerequisite::task).toList(),
                LocalDate.now(clock),
                opportunity.terms().expectedRfpOn());
    }

    /**
     * Passes when every blocker is met.
     *
     * @throws ProblemException 422 {@code prerequisite-unmet}, pointing at each
     */
    void requireBlockersMet(Opportunity opportunity) {
        FieldError[] unmet = of(opportunity).stream()
                .filter(Prerequisite::blocks)
                .map(blocker -> new FieldError("/prerequisites/" + blocker.id(), "is a blocker and not met"))
                .toArray(FieldError[]::new);
        if (unmet.length > 0) {
            throw ProblemException.ruleViolated(
                    "prerequisite-unmet", "What has to be in place before the bid is not: each is listed.", unmet);
        }
    }

    /** Judges whether an opportunity is late; publishes {@code opportunity.at-risk} when it became so. */
    public void judge(AccountPlan plan, Opportunity opportunity, String by, Instant now) {
        OpportunityAtRisk risk = opportunity.judge(plan, pathOf(opportunity), by, now);
        if (risk != null) {
            events.publish(risk);
        }
    }

    void removeAll(Opportunity opportunity) {
        of(opportunity).forEach(this::delete);
        flush();
    }
}
