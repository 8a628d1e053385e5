package io.clientele.analytics.models.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.analytics.models.GoverningModels;
import io.clientele.analytics.models.Model;
import io.clientele.analytics.models.ModelKind;
import io.clientele.analytics.models.ModelRun;
import io.clientele.analytics.models.ModelRuns;
import io.clientele.analytics.models.Models;
import io.clientele.analytics.models.RunningModels;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with a model, of whatever kind. */
@ApplicationScoped
class ModelActions {

    private final Models models;
    private final GoverningModels governing;
    private final RunningModels running;
    private final ModelRuns runs;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    ModelActions(
            Models models,
            GoverningModels governing,
            RunningModels running,
            ModelRuns runs,
            Idempotency idempotency,
            ObjectMapper json) {
        this.models = models;
        this.governing = governing;
        this.running = running;
        this.runs = runs;
        this.idempotency = idempotency;
        this.json = json;
    }

    Response create(
            ModelKind kind,
            @Nullable String key,
            String name,
            @Nullable String description,
            Object definition,
            Object request) {
        return idempotency.once(
                key,
                request,
                () -> governing.create(kind, name, description, json.valueToTree(definition)),
                model -> ModelResponse.created(model, governing));
    }

    Response draftNext(ModelKind kind, UUID id, @Nullable String key, Object definition) {
        return idempotency.once(
                key,
                definition,
                () -> governing.draftNext(kind, id, json.valueToTree(definition)),
                model -> ModelResponse.created(model, governing));
    }

    Response approve(ModelKind kind, UUID id, int number, IfMatch ifMatch, @Nullable String key) {
        return idempotency.once(
                key,
                Map.of(),
                () -> governing.approve(kind, id, number, ifMatch),
                model -> ModelResponse.created(model, governing));
    }

    @Transactional
    public Page<ModelResponse> list(ModelKind kind, PageRequest page) {
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                models.list(kind, seek.after(UUID::fromString), seek.fetch()),
                model -> model.id().toString(),
                model -> ModelResponse.from(model, governing));
    }

    @Transactional
    public Response show(ModelKind kind, UUID id) {
        Model model = models.get(kind, id);
        return Reply.ok(ModelResponse.from(model, governing)).withTag(model).toResponse();
    }

    Response run(ModelKind kind, UUID id, @Nullable String key, ModelRunRequest request) {
        return idempotency.once(
                key,
                request,
                () -> running.request(kind, id, request.version(), request.asOf()),
                run -> Reply.accepted(run.link(), ModelRunResponse.from(run)));
    }

    @Transactional
    public Page<ModelRunResponse> runs(ModelKind kind, UUID id, PageRequest page) {
        models.get(kind, id);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                runs.page(id, seek.after(UUID::fromString), seek.fetch()),
                (ModelRun run) -> run.id().toString(),
                ModelRunResponse::from);
    }
}
