package io.clientele.accountplan.priority;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The priorities of plans; each is reached through its plan, which the caller must see. */
@ApplicationScoped
public class Priorities implements PanacheRepositoryBase<Priority, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    /** All of a plan, in the order they were added. */
    public List<Priority> of(AccountPlan plan) {
        return list("planId = ?1 order by id", plan.id());
    }

    /** A page of a plan's, in the order they were added. */
    public List<Priority> page(AccountPlan plan, Seek seek) {
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
    public Priority get(AccountPlan plan, UUID id) {
        return find("planId = ?1 and id = ?2", plan.id(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * Passes when the plan has this priority.
     *
     * @throws ProblemException 422 {@code priority-unknown}
     */
    public void require(AccountPlan plan, @Nullable UUID id, String pointer) {
        if (id != null && count("planId = ?1 and id = ?2", plan.id(), id) == 0) {
            throw ProblemException.ruleViolated(
                    "priority-unknown",
                    "The plan has no such priority: add it first.",
                    new FieldError(pointer, "is no priority of the plan"));
        }
    }
}
