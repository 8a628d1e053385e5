package io.clientele.accountplan.keyaccount;

import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The versions of models. */
@ApplicationScoped
public class ModelVersions implements PanacheRepositoryBase<ModelVersion, VersionNumber> {

    /**
     * One version.
     *
     * @throws ProblemException 404
     */
    public ModelVersion get(UUID modelId, int number) {
        return findByIdOptional(new VersionNumber(modelId, number)).orElseThrow(ProblemException::notFound);
    }

    /** The newest version, draft or not; held until the transaction ends, so that drafts follow each other. */
    ModelVersion newest(UUID modelId) {
        return find("id.modelId = ?1 order by id.number desc", modelId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** The version that was in force at an instant. */
    Optional<ModelVersion> inForce(UUID modelId, Instant at) {
        return find("id.modelId = ?1 and approvedAt <= ?2 order by id.number desc", modelId, at)
                .firstResultOptional();
    }

    /** A page of a model's versions, the first one first. */
    public List<ModelVersion> page(UUID modelId, Seek seek) {
        Integer after = seek.after(Integer::valueOf);
        return find("id.modelId = ?1 and id.number > ?2 order by id.number", modelId, after == null ? 0 : after)
                .range(0, seek.fetch() - 1)
                .list();
    }
}
