package io.clientele.loyalty.correction;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All claims the caller may see. */
@ApplicationScoped
public class Claims implements PanacheRepositoryBase<Claim, UUID> {

    /**
     * One claim of a programme.
     *
     * @throws ProblemException 404
     */
    public Claim get(UUID programmeId, UUID id) {
        return find("programmeId = ?1 and id = ?2", programmeId, id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** A page in the order of ids, which is that of age, with what was granted. */
    public List<Claim> page(
            UUID programmeId, @Nullable UUID memberId, Claim.@Nullable State state, @Nullable UUID after, int limit) {
        Parameters parameters = Parameters.with("programme", programmeId);
        String condition = "from Claim c left join fetch c.adjustment where c.programmeId = :programme";
        if (memberId != null) {
            condition += " and c.memberId = :member";
            parameters.and("member", memberId);
        }
        if (state != null) {
            condition += " and c.state = :state";
            parameters.and("state", state);
        }
        if (after != null) {
            condition += " and c.id > :after";
            parameters.and("after", after);
        }
        return find(condition + " order by c.id", parameters)
                .page(Page.ofSize(limit))
                .list();
    }
}
