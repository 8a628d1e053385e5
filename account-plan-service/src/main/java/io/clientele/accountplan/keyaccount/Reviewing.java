package io.clientele.accountplan.keyaccount;

import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reviews the whole portfolio: one transaction, all or nothing. A review of now designates; one of a past instant shows what
 * a review would have said then, with every fact, rate, designation and override as known then, and changes nothing.
 */
@ApplicationScoped
public class Reviewing {

    private final KeyAccountReviews reviews;
    private final ModelVersions versions;
    private final KeyAccountModels models;
    private final Candidates candidates;
    private final ReviewResults results;
    private final Designating designating;
    private final CurrentWork work;
    private final Clock clock;

    Reviewing(
            KeyAccountReviews reviews,
            ModelVersions versions,
            KeyAccountModels models,
            Candidates candidates,
            ReviewResults results,
            Designating designating,
            CurrentWork work,
            Clock clock) {
        this.reviews = reviews;
        this.versions = versions;
        this.models = models;
        this.candidates = candidates;
        this.results = results;
        this.designating = designating;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Runs a model.
     *
     * @param past the instant to look back to; null for now
     * @throws ProblemException 422 {@code model-unknown}, {@code review-in-future}, 409 {@code model-not-in-force}
     */
    @Transactional
    public KeyAccountReview run(UUID modelId, @Nullable Instant past) {
        if (models.findById(modelId) == null) {
            throw ProblemException.ruleViolated(
                    "model-unknown", "There is no such model.", new FieldError("/modelId", "is no model"));
        }
        designating.waitForTurn();
        // to the microsecond, which is what the database keeps
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (past != null && (past.isAfter(now) || past.isBefore(Instant.EPOCH))) {
            throw ProblemException.ruleViolated(
                    "review-in-future", "A review looks back, not ahead.", new FieldError("/asOf", "is not after now"));
        }
        Instant asOf = past == null ? now : past.truncatedTo(ChronoUnit.MICROS);
        ModelVersion model = versions.inForce(modelId, asOf)
                .orElseThrow(() -> ProblemException.conflict(
                        "model-not-in-force", "No version of the model was approved by then."));
        KeyAccountReview review = new KeyAccountReview(model, asOf, past == null, work.caller(), now);
        reviews.persistAndFlush(review);
        List<Judgement> judgements = Selection.of(model.terms(), candidates.at(asOf, modelId));
        results.store(review, judgements);
        if (review.effective()) {
            designating.follow(review, judgements);
        }
        return review;
    }
}
