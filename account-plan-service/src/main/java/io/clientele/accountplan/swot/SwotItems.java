package io.clientele.accountplan.swot;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The SWOT items of plans; each is reached through its plan, which the caller must see. */
@ApplicationScoped
public class SwotItems implements PanacheRepositoryBase<SwotItem, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    /** All of a plan, in the order they were added. */
    public List<SwotItem> of(AccountPlan plan) {
        return list("planId = ?1 order by id", plan.id());
    }

    /** A page of a plan's, in the order they were added. */
    public List<SwotItem> page(AccountPlan plan, Seek seek) {
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
    public SwotItem get(AccountPlan plan, UUID id) {
        return find("planId = ?1 and id = ?2", plan.id(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }
}
