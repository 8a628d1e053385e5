package io.clientele.analytics.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.analytics.scores.Scores;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs models: asked for by a person, worked off by any replica in one transaction, so that a run cut off by a kill begins
 * again. A run of the approved version comes into force when it is completed; any other is a trial.
 */
@ApplicationScoped
public class RunningModels {

    private final Models models;
    private final ModelVersions versions;
    private final ModelRuns runs;
    private final GoverningModels governing;
    private final Scores scores;
    private final ObjectMapper json;
    private final CurrentWork work;
    private final Clock clock;

    RunningModels(
            Models models,
            ModelVersions versions,
            ModelRuns runs,
            GoverningModels governing,
            Scores scores,
            ObjectMapper json,
            CurrentWork work,
            Clock clock) {
        this.models = models;
        this.versions = versions;
        this.runs = runs;
        this.governing = governing;
        this.scores = scores;
        this.json = json;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Asks for a run.
     *
     * @param version null = the approved one
     * @param asOf null = now
     * @throws ProblemException 404; 409 {@code model-not-approved} without a version; 422 {@code as-of-in-future}
     */
    @Transactional
    public ModelRun request(ModelKind kind, UUID modelId, @Nullable Integer version, @Nullable Instant asOf) {
        Model model = models.get(kind, modelId);
        Integer number = version == null ? model.approvedVersion() : version;
        if (number == null) {
            throw ProblemException.conflict(
                    "model-not-approved", "No version is approved; name the version to try out, or have one approved.");
        }
        versions.get(modelId, number);
        Instant now = now();
        if (asOf != null && asOf.isAfter(now)) {
            throw ProblemException.ruleViolated(
                    "as-of-in-future",
                    "asOf lies in the future of the business clock.",
                    new FieldError("/asOf", "is not after now"));
        }
        return runs.get(runs.begin(
                modelId, number, asOf == null ? now : asOf, work.caller().id(), now));
    }

    /** A run that no other replica has in hand. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ModelRun> claim() {
        return runs.claim();
    }

    /** Works off a claimed run. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void work(ModelRun run) {
        ModelVersion version = versions.get(run.modelId(), run.version());
        JsonNode former = runs.lastInForce(run.modelId()).map(ModelRun::figures).orElse(null);
        ModelMethod.Scored scored = governing.method(run.kind()).run(read(version.definition()), run.asOf(), former);
        boolean inForce = version.state() == ModelState.APPROVED;
        runs.complete(run, scored, inForce, now());
        scores.write(run.id(), scored.byClient());
        if (inForce) {
            scores.publish(run.modelId());
        }
    }

    /** Notes, for all to see, why a run failed. */
    @Transactional
    public void failed(ModelRun run, RuntimeException failure) {
        runs.fail(run.id(), String.valueOf(failure.getMessage()), now());
    }

    private JsonNode read(String definition) {
        try {
            return json.readTree(definition);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored definition is no JSON", unreadable);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
