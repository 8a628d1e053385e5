package io.clientele.accountplan.contact;

import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The contacts of the clients the caller may see. */
@ApplicationScoped
public class Contacts implements PanacheRepositoryBase<Contact, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    /** All of a client, in the order they were added. */
    public List<Contact> of(String clientId) {
        return list("clientId = ?1 order by id", clientId);
    }

    /** A page of a client's, in the order they were added. */
    public List<Contact> page(String clientId, Seek seek) {
        UUID after = seek.after(UUID::fromString);
        return find("clientId = ?1 and id > ?2 order by id", clientId, after == null ? FIRST : after)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /**
     * One of a client.
     *
     * @throws ProblemException 404
     */
    public Contact get(String clientId, UUID id) {
        return find("clientId = ?1 and id = ?2", clientId, id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }
}
