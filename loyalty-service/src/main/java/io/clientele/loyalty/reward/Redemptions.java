package io.clientele.loyalty.reward;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All redemptions the caller may see. */
@ApplicationScoped
public class Redemptions implements PanacheRepositoryBase<Redemption, UUID> {

    /**
     * One redemption of a member.
     *
     * @throws ProblemException 404
     */
    public Redemption get(UUID memberId, UUID id) {
        return find("memberId = ?1 and id = ?2", memberId, id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** A page in the order of ids, which is that of age. */
    public List<Redemption> page(UUID memberId, @Nullable UUID after, int limit) {
        Parameters parameters = Parameters.with("member", memberId);
        String condition = "memberId = :member";
        if (after != null) {
            condition += " and id > :after";
            parameters.and("after", after);
        }
        return find(condition, Sort.by("id"), parameters)
                .page(Page.ofSize(limit))
                .list();
    }
}
