package io.clientele.accountplan.plan;

import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account plans of the clients the caller may see. */
@ApplicationScoped
public class AccountPlans implements PanacheRepositoryBase<AccountPlan, UUID> {

    private static final UUID NONE = new UUID(0, 0);

    private final Clients clients;
    private final CurrentWork work;

    AccountPlans(Clients clients, CurrentWork work) {
        this.clients = clients;
        this.work = work;
    }

    /**
     * A plan to read.
     *
     * @throws ProblemException 404 when there is none in the caller's scope
     */
    public AccountPlan get(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /**
     * A plan to change, or whose parts are to change: it is held until the transaction ends, so that changes of one plan
     * follow each other and each sees what the one before left.
     *
     * @throws ProblemException 404 when there is none in the caller's scope
     */
    public AccountPlan forChange(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** What the caller may do with the plan. */
    public PlanRights rightsOver(AccountPlan plan) {
        Client client = clients.findByIdOptional(plan.clientId()).orElseThrow(ProblemException::notFound);
        return new PlanRights(work.caller(), client.book());
    }

    /** A page of plans, the newest first; filters {@code client}, {@code state} and {@code owner}. */
    public List<AccountPlan> page(Seek seek) {
        StringBuilder query = new StringBuilder("true");
        Parameters parameters = new Parameters();
        restrict(query, parameters, "clientId = :client", seek.filter("client"));
        restrict(query, parameters, "owner = :owner", seek.filter("owner"));
        restrict(query, parameters, "state = :state", seek.filter("state", PlanState::valueOf));
        restrict(query, parameters, "id < :after", seek.after(UUID::fromString));
        return find(query + " order by id desc", parameters)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /**
     * Passes when no other plan of the client, unless archived, covers a day of the period; that stays so until the
     * transaction ends.
     *
     * @param plan the plan the period is for; null for one not opened yet
     * @throws ProblemException 409 {@code plan-period-overlaps}
     */
    void requireFree(String clientId, PlanPeriod period, @Nullable UUID plan) {
        clients.waitForTurn(clientId);
        long others = count(
                "clientId = ?1 and id <> ?2 and state <> ?3 and period.from <= ?4 and period.to >= ?5",
                clientId,
                plan == null ? NONE : plan,
                PlanState.ARCHIVED,
                period.to(),
                period.from());
        if (others > 0) {
            throw ProblemException.conflict(
                    "plan-period-overlaps",
                    "The client has a live plan in this period: work on that one, archive it, or choose another period.");
        }
    }

    private static void restrict(StringBuilder query, Parameters parameters, String condition, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            parameters.and(condition.substring(condition.indexOf(':') + 1), value);
        }
    }
}
