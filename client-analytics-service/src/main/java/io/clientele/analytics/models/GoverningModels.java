package io.clientele.analytics.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writing models, and approving them by a second person before their runs come into force. */
@ApplicationScoped
public class GoverningModels {

    private final Models models;
    private final ModelVersions versions;
    private final Instance<ModelMethod> methods;
    private final CurrentWork work;
    private final Clock clock;

    GoverningModels(
            Models models, ModelVersions versions, @Any Instance<ModelMethod> methods, CurrentWork work, Clock clock) {
        this.models = models;
        this.versions = versions;
        this.methods = methods;
        this.work = work;
        this.clock = clock;
    }

    /** How models of a kind score clients. */
    ModelMethod method(ModelKind kind) {
        return methods.stream()
                .filter(method -> method.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no method for " + kind));
    }

    /** Makes a model with its first draft. */
    @Transactional
    public Model create(ModelKind kind, String name, @Nullable String description, JsonNode definition) {
        method(kind).check(definition);
        Instant now = clock.instant();
        Model model = new Model(kind, name, description, work.caller(), now);
        models.persist(model);
        versions.persist(new ModelVersion(model, 1, definition.toString(), work.caller(), now));
        return model;
    }

    /** Drafts the next version, beside the one in use, in place of a draft that was not approved. */
    @Transactional
    public Model draftNext(ModelKind kind, UUID id, JsonNode definition) {
        method(kind).check(definition);
        Model model = models.lock(kind, id);
        List<ModelVersion> known = versions.of(id);
        if (known.getFirst().state() == ModelState.DRAFT) {
            known.getFirst().retire();
            versions.flush();
        }
        versions.persist(new ModelVersion(
                model, known.getFirst().number() + 1, definition.toString(), work.caller(), clock.instant()));
        return model;
    }

    /** Approves a version; from now on runs of it come into force. */
    @Transactional
    public Model approve(ModelKind kind, UUID id, int number, IfMatch ifMatch) {
        Model model = models.lock(kind, id);
        ifMatch.check(model);
        versions.get(id, number).approve(work.caller(), clock.instant());
        Integer former = model.use(number);
        if (former != null) {
            versions.get(id, former).retire();
        }
        return model;
    }

    /** All versions of a model, the newest first. */
    public List<ModelVersion> versionsOf(Model model) {
        return versions.of(model.id());
    }
}
