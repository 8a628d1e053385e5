package io.clientele.analytics.models.api;

import io.clientele.analytics.models.ModelRuns;
import io.clientele.analytics.scores.Scores;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/model-runs/{runId}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Model runs", description = "Runs of RFM models and clusterings, and the scores they gave.")
@RolesAllowed({Roles.ANALYST, Roles.PROGRAMME_MANAGER, Roles.COMPLIANCE, Roles.AUDITOR})
class ModelRunsResource {

    private final ModelRuns runs;
    private final Scores scores;

    ModelRunsResource(ModelRuns runs, Scores scores) {
        this.runs = runs;
        this.scores = scores;
    }

    @GET
    @Operation(operationId = "showModelRun", summary = "Show a run", description = "With its figures when completed.")
    @APIResponse(responseCode = "200", description = "The run as it stands.")
    public ModelRunResponse show(@PathParam("runId") UUID runId) {
        return ModelRunResponse.from(runs.get(runId));
    }

    @GET
    @Path("/scores")
    @Operation(
            operationId = "listModelRunScores",
            summary = "List the scores a run gave",
            description = "In order of the client numbers.")
    @APIResponse(responseCode = "200", description = "One page of scores.")
    public Page<ClientScoreResponse> scores(
            @PathParam("runId") UUID runId,
            @BeanParam PageRequest page,
            @QueryParam("score")
                    @Parameter(description = "Only those whose score of this name is `value`.", example = "segment")
                    @Nullable
                    String score,
            @QueryParam("value") @Parameter(description = "The score asked for.", example = "Champions") @Nullable
                    String value) {
        runs.get(runId);
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("score", score);
        filters.put("value", value);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(
                scores.ofRun(runId, seek.filter("score"), seek.filter("value"), seek.after(), seek.fetch()),
                last -> last.clientId(),
                ClientScoreResponse::from);
    }
}
