package io.clientele.analytics.models;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The models. */
@ApplicationScoped
public class Models implements PanacheRepositoryBase<Model, UUID> {

    /**
     * The model of a kind.
     *
     * @throws ProblemException 404
     */
    public Model get(ModelKind kind, UUID id) {
        return findByIdOptional(id).filter(model -> model.kind() == kind).orElseThrow(ProblemException::notFound);
    }

    /** The model, held against other changes until the transaction ends. */
    Model lock(ModelKind kind, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(model -> model.kind() == kind)
                .orElseThrow(ProblemException::notFound);
    }

    /** Models of a kind in the order in which they were made. */
    public List<Model> list(ModelKind kind, @Nullable UUID after, int atMost) {
        return (after == null
                        ? find("kind = ?1 order by id", kind)
                        : find("kind = ?1 and id > ?2 order by id", kind, after))
                .page(0, atMost)
                .list();
    }
}
