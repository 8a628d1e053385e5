package io.clientele.accountplan.keyaccount;

import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Writing models and putting them in force. */
@ApplicationScoped
public class WritingModels {

    private final KeyAccountModels models;
    private final ModelVersions versions;
    private final CurrentWork work;
    private final Clock clock;

    WritingModels(KeyAccountModels models, ModelVersions versions, CurrentWork work, Clock clock) {
        this.models = models;
        this.versions = versions;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Makes a model with its first draft.
     *
     * @throws ProblemException 409 {@code model-name-taken}, 422 for the terms
     */
    @Transactional
    public ModelVersion create(String name, ModelTerms terms) {
        if (models.count("name", name) > 0) {
            throw ProblemException.conflict("model-name-taken", "Another model has this name.");
        }
        KeyAccountModel model = new KeyAccountModel(name, work.caller(), clock.instant());
        models.persist(model);
        ModelVersion first = new ModelVersion(model, 1, terms, work.caller(), clock.instant());
        versions.persist(first);
        return first;
    }

    /**
     * Drafts the next version.
     *
     * @throws ProblemException 404, 409 {@code model-draft-open}, 422 for the terms
     */
    @Transactional
    public ModelVersion draft(UUID modelId, ModelTerms terms) {
        ModelVersion newest = versions.newest(modelId);
        if (newest.approvedAt() == null) {
            throw ProblemException.conflict(
                    "model-draft-open", "Version " + newest.number() + " is a draft: change it.");
        }
        ModelVersion next =
                new ModelVersion(models.get(modelId), newest.number() + 1, terms, work.caller(), clock.instant());
        versions.persist(next);
        return next;
    }

    /**
     * Changes a draft.
     *
     * @throws ProblemException 404, 412, 409 {@code model-version-approved}, 422 for the terms
     */
    @Transactional
    public ModelVersion change(UUID modelId, int number, IfMatch ifMatch, ModelTerms terms) {
        ModelVersion draft = versions.get(modelId, number);
        ifMatch.check(draft);
        draft.change(terms, work.caller(), clock.instant());
        versions.flush();
        return draft;
    }

    /**
     * Puts a draft in force.
     *
     * @throws ProblemException 404, 412, 409 {@code model-version-approved}, 403 {@code four-eyes}
     */
    @Transactional
    public ModelVersion approve(UUID modelId, int number, IfMatch ifMatch) {
        ModelVersion draft = versions.get(modelId, number);
        ifMatch.check(draft);
        draft.approve(work.caller(), clock.instant());
        versions.flush();
        return draft;
    }
}
