package io.clientele.loyalty.reward;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All rewards. */
@ApplicationScoped
public class Rewards implements PanacheRepositoryBase<Reward, UUID> {

    /**
     * One reward of a programme.
     *
     * @throws ProblemException 404
     */
    public Reward get(UUID programmeId, UUID id) {
        return findByIdOptional(id)
                .filter(reward -> reward.programmeId().equals(programmeId))
                .orElseThrow(ProblemException::notFound);
    }

    /** A page in the order of ids, which is that of age. */
    public List<Reward> page(UUID programmeId, Reward.@Nullable State state, @Nullable UUID after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("programmeId = :programme"));
        Parameters parameters = Parameters.with("programme", programmeId);
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
}
