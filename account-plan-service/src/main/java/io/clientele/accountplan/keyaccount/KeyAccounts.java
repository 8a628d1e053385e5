package io.clientele.accountplan.keyaccount;

import io.clientele.platform.http.PageRequest.Seek;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The designations of the clients the caller may see. */
@ApplicationScoped
public class KeyAccounts implements PanacheRepositoryBase<KeyAccount, UUID> {

    /** The designation of a client that is a key account now. */
    public Optional<KeyAccount> current(String clientId) {
        return find("clientId = ?1 and untilAt is null", clientId).firstResultOptional();
    }

    /** A page of present key accounts in the order of client numbers; filters {@code manager}, {@code basis}. */
    public List<KeyAccount> page(Seek seek) {
        StringBuilder query = new StringBuilder("untilAt is null and clientId > :after");
        Parameters parameters = Parameters.with("after", seek.after() == null ? "" : seek.after());
        Basis basis = seek.filter("basis", Basis::valueOf);
        if (basis != null) {
            query.append(" and basis = :basis");
            parameters.and("basis", basis);
        }
        if (seek.filter("manager") != null) {
            query.append(" and clientId in (select c.clientId from Client c where c.manager = :manager)");
            parameters.and("manager", seek.filter("manager"));
        }
        return find(query + " order by clientId", parameters)
                .range(0, seek.fetch() - 1)
                .list();
    }
}
