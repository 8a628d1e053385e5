package io.clientele.analytics.lists;

import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The client lists. */
@ApplicationScoped
public class ClientLists implements PanacheRepositoryBase<ClientList, UUID> {

    private final CurrentWork work;
    private final Clock clock;

    ClientLists(CurrentWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Makes a list without a version; nobody is on it yet. */
    @Transactional
    public ClientList create(String name, @Nullable String description) {
        ClientList list = new ClientList(name, description, work.caller().id(), clock.instant());
        persist(list);
        return list;
    }

    /**
     * The list.
     *
     * @throws ProblemException 404
     */
    public ClientList get(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Whether there is such a list. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean has(UUID id) {
        return findByIdOptional(id).isPresent();
    }

    /** The list, held against other uploads until the transaction ends. */
    ClientList lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    /** Lists in the order in which they were made. */
    public List<ClientList> list(@Nullable UUID after, int atMost) {
        return (after == null ? find("order by id") : find("id > ?1 order by id", after))
                .page(0, atMost)
                .list();
    }
}
