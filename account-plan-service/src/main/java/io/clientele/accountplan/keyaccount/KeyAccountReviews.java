package io.clientele.accountplan.keyaccount;

import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The reviews there were. They name no client; their results do, under scope. */
@ApplicationScoped
public class KeyAccountReviews implements PanacheRepositoryBase<KeyAccountReview, UUID> {

    private static final UUID LAST = new UUID(-1, -1);

    /**
     * One review.
     *
     * @throws ProblemException 404
     */
    public KeyAccountReview get(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** A page of reviews, the newest first; filter {@code model}. */
    public List<KeyAccountReview> page(Seek seek) {
        UUID before = seek.after(UUID::fromString);
        UUID model = seek.filter("model", UUID::fromString);
        Parameters parameters = Parameters.with("before", before == null ? LAST : before);
        String query = "id < :before";
        if (model != null) {
            query += " and modelId = :model";
            parameters.and("model", model);
        }
        return find(query + " order by id desc", parameters)
                .range(0, seek.fetch() - 1)
                .list();
    }
}
