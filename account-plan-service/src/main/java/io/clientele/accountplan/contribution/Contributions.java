package io.clientele.accountplan.contribution;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contributions to plans; each is reached through its plan, which the caller must see. */
@ApplicationScoped
public class Contributions implements PanacheRepositoryBase<Contribution, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    /** All of a plan, in the order they were asked for. */
    public List<Contribution> of(AccountPlan plan) {
        return list("planId = ?1 order by id", plan.id());
    }

    /** A page of a plan's, in the order they were asked for. */
    public List<Contribution> page(AccountPlan plan, Seek seek) {
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
    public Contribution get(AccountPlan plan, UUID id) {
        return find("planId = ?1 and id = ?2", plan.id(), id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** The product lines the plan requires whose section nobody has signed. */
    public SortedSet<String> missingSignOffs(AccountPlan plan) {
        SortedSet<String> missing = new TreeSet<>(plan.requiredProductLines());
        of(plan).stream()
                .filter(contribution -> contribution.state() == ContributionState.SIGNED_OFF)
                .map(Contribution::productLine)
                .forEach(missing::remove);
        return missing;
    }

    /** A page of what was done with a contribution, the oldest first. */
    public List<ContributionStep> steps(Contribution contribution, Seek seek) {
        UUID after = seek.after(UUID::fromString);
        return getEntityManager()
                .createQuery(
                        "from ContributionStep where contributionId = :contribution and id > :after order by id",
                        ContributionStep.class)
                .setParameter("contribution", contribution.id())
                .setParameter("after", after == null ? FIRST : after)
                .setMaxResults(seek.fetch())
                .getResultList();
    }

    void note(
            Contribution contribution, ContributionStep.Kind kind, String actor, Instant at, @Nullable String comment) {
        getEntityManager().persist(new ContributionStep(contribution, kind, actor, at, comment));
    }

    /** Whether a request for the product line is open or answered. */
    boolean asked(AccountPlan plan, String productLine) {
        return count(
                        "planId = ?1 and productLine = ?2 and state <> ?3",
                        plan.id(),
                        productLine,
                        ContributionState.DECLINED)
                > 0;
    }
}
