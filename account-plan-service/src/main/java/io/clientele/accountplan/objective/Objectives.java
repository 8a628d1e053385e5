package io.clientele.accountplan.objective;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The objectives of plans; each is reached through its plan, which the caller must see. */
@ApplicationScoped
public class Objectives implements PanacheRepositoryBase<Objective, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    private final SmartCheck smart;
    private final SurroundingsOfPlans surroundings;

    Objectives(SmartCheck smart, SurroundingsOfPlans surroundings) {
        this.smart = smart;
        this.surroundings = surroundings;
    }

    /** All of a plan, in the order they were added. */
    public List<Objective> of(AccountPlan plan) {
        return list("planId = ?1 order by id", plan.id());
    }

    /** A page of a plan's, in the order they were added. */
    public List<Objective> page(AccountPlan plan, Seek seek) {
        UUID after = seek.after(UUID::fromString);
        return find("planId = ?1 and id > ?2 order by id", plan.id(), after == null ? FIRST : after)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /**
     * One of a plan.
     *
     * @throws ProblemException 404
     */
    public Objective get(AccountPlan plan, UUID id) {
        return find("planId = ?1 and id = ?2", plan.id(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** The SMART check of an objective within its plan. */
    public SmartVerdict check(AccountPlan plan, Objective objective) {
        return checks(plan).apply(objective);
    }

    /** The SMART check of several objectives of a plan: what they are judged against is looked up once. */
    public Function<Objective, SmartVerdict> checks(AccountPlan plan) {
        Surroundings around = surroundings.of(plan);
        return objective -> smart.check(objective.terms(), around, objective.waiver() != null);
    }
}
