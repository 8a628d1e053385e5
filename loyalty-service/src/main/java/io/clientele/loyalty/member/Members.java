package io.clientele.loyalty.member;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All memberships the caller may see. */
@ApplicationScoped
public class Members implements PanacheRepositoryBase<Member, UUID> {

    /**
     * One member of a programme.
     *
     * @throws ProblemException 404 when there is none or the client is out of the caller's scope
     */
    public Member get(UUID programmeId, UUID id) {
        return find("programmeId = ?1 and id = ?2", programmeId, id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** Memberships of a client that have not ended, in all programmes. */
    public List<Member> staying(String clientId) {
        return list("clientId = ?1 and state <> ?2", clientId, MemberState.LEFT);
    }

    /** The membership of a client, whatever its state. */
    Optional<Member> of(UUID programmeId, String clientId) {
        return find("programmeId = ?1 and clientId = ?2", programmeId, clientId).firstResultOptional();
    }

    /** A page in the order of ids, which is that of age. */
    public List<Member> page(
            UUID programmeId, @Nullable String clientId, @Nullable MemberState state, @Nullable UUID after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("programmeId = :programme"));
        Parameters parameters = Parameters.with("programme", programmeId);
        if (clientId != null) {
            conditions.add("clientId = :client");
            parameters.and("client", clientId);
        }
        if (state != null) {
            conditions.add("state = :state");
            parameters.and("state", state);
        }
        if (after != null) {
            conditions.add("id > :after");
            parameters.and("after", after);
        }
        return find(String.join(" and ", conditions), Sort.by("id"), parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    boolean has(UUID programmeId, String clientId) {
        return count("programmeId = ?1 and clientId = ?2", programmeId, clientId) > 0;
    }
}
