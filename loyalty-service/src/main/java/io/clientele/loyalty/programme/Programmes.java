package io.clientele.loyalty.programme;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All loyalty programmes. */
@ApplicationScoped
public class Programmes implements PanacheRepositoryBase<LoyaltyProgramme, UUID> {

    /**
     * One programme.
     *
     * @throws ProblemException 404
     */
    public LoyaltyProgramme get(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** A page in the order of ids, which is that of age. */
    public List<LoyaltyProgramme> page(@Nullable ProgrammeState state, @Nullable UUID after, int limit) {
        List<String> conditions = new ArrayList<>();
        Parameters parameters = new Parameters();
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

    /** Programmes that wind down, and closed ones whose points have not all ended. */
    List<LoyaltyProgramme> ending() {
        return list("spendUntil is not null and pointsEnded = false");
    }

    /** Programmes with an approved version that took effect and was not announced. */
    List<LoyaltyProgramme> withVersionToAnnounce(Instant now) {
        return find(
                        "select distinct v.programme from ProgrammeVersion v where v.state = ?1 and v.announced = false and v.effectiveFrom <= ?2",
                        ProgrammeVersion.State.APPROVED,
                        now)
                .list();
    }
}
