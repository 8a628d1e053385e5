package io.clientele.accountplan.keyaccount;

import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The overrides of the clients the caller may see. */
@ApplicationScoped
public class KeyAccountOverrides implements PanacheRepositoryBase<KeyAccountOverride, UUID> {

    private static final UUID LAST = new UUID(-1, -1);

    /**
     * One override of a client.
     *
     * @throws ProblemException 404
     */
    public KeyAccountOverride get(String clientId, UUID id) {
        return find("clientId = ?1 and id = ?2", clientId, id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** The override of a client that was approved and is not over. */
    Optional<KeyAccountOverride> standing(String clientId) {
        return find("clientId = ?1 and approvedAt is not null and endedAt is null", clientId)
                .firstResultOptional();
    }

    /** A page of a client's overrides, the newest first. */
    public List<KeyAccountOverride> page(String clientId, Seek seek) {
        UUID before = seek.after(UUID::fromString);
        return find("clientId = ?1 and id < ?2 order by id desc", clientId, before == null ? LAST : before)
                .range(0, seek.fetch() - 1)
                .list();
    }
}
