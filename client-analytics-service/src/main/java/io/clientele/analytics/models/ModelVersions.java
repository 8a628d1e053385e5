package io.clientele.analytics.models;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The versions of models. */
@ApplicationScoped
public class ModelVersions implements PanacheRepositoryBase<ModelVersion, UUID> {

    /**
     * A version of a model.
     *
     * @throws ProblemException 404
     */
    public ModelVersion get(UUID modelId, int number) {
        return find("modelId = ?1 and number = ?2", modelId, number)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** All versions, the newest first. */
    public List<ModelVersion> of(UUID modelId) {
        return list("modelId = ?1 order by number desc", modelId);
    }
}
