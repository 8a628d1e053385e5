package io.clientele.accountplan.approval;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What was done with plans as a whole; reached through the plan, which the caller must see. */
@ApplicationScoped
public class PlanSteps implements PanacheRepositoryBase<PlanStep, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    /** A page of a plan's history, the oldest first. */
    public List<PlanStep> page(AccountPlan plan, Seek seek) {
        UUID after = seek.after(UUID::fromString);
        return find("planId = ?1 and id > ?2 order by id", plan.id(), after == null ? FIRST : after)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /**
     * One step of a plan.
     *
     * @throws ProblemException 404
     */
    public PlanStep get(AccountPlan plan, UUID id) {
        return find("planId = ?1 and id = ?2", plan.id(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }
}
