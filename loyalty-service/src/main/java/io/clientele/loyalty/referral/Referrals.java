package io.clientele.loyalty.referral;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All referrals the caller may see. */
@ApplicationScoped
public class Referrals implements PanacheRepositoryBase<Referral, UUID> {

    /**
     * One referral of a programme.
     *
     * @throws ProblemException 404
     */
    public Referral get(UUID programmeId, UUID id) {
        return find("programmeId = ?1 and id = ?2", programmeId, id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** A page in the order of ids, which is that of age. */
    public List<Referral> page(UUID programmeId, Referral.@Nullable State state, @Nullable UUID after, int limit) {
        Parameters parameters = Parameters.with("programme", programmeId);
        String condition = "programmeId = :programme";
        if (state != null) {
            condition += " and state = :state";
            parameters.and("state", state);
        }
        if (after != null) {
            condition += " and id > :after";
            parameters.and("after", after);
        }
        return find(condition, Sort.by("id"), parameters)
                .page(Page.ofSize(limit))
                .list();
    }
}
