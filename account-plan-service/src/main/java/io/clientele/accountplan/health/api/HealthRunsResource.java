package io.clientele.accountplan.health.api;

import io.clientele.accountplan.health.MeasuringHealth;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/plan-health-runs")
@RunOnVirtualThread
@Tag(name = "Plan health")
@RolesAllowed({Roles.ANALYST, Roles.SYSTEM})
class HealthRunsResource {

    private final MeasuringHealth measuring;

    HealthRunsResource(MeasuringHealth measuring) {
        this.measuring = measuring;
    }

    @POST
    @Operation(operationId = "measurePlanHealth", summary = "Measure all live plans now", description = """
            As is done every hour: what changed enters the history, `plan-health.changed` tells of scores that did. Repeating it \
            at once changes nothing. 409 `measurement-running`.""")
    @APIResponse(responseCode = "200", description = "Measured.")
    public HealthRunResponse run() {
        return measuring
                .measureAll()
                .map(HealthRunResponse::from)
                .orElseThrow(() -> ProblemException.conflict(
                        "measurement-running", "Plans are being measured already: look at their health soon."));
    }
}
