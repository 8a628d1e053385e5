package io.clientele.analytics.activity.api;

import io.clientele.analytics.activity.ActivityType;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The kinds of activity this service knows. */
@Path("/v1/activity-types")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
    Roles.RELATIONSHIP_MANAGER,
    Roles.TEAM_LEADER,
    Roles.PRODUCT_SPECIALIST,
    Roles.SERVICE_AGENT,
    Roles.ANALYST,
    Roles.PROGRAMME_MANAGER,
    Roles.COMPLIANCE,
    Roles.AUDITOR,
    Roles.SYSTEM
})
@Tag(name = "Activities", description = "What clients do and what happens to them, taken once per source id.")
public class ActivityTypesResource {

    @GET
    @Operation(
            operationId = "listActivityTypes",
            summary = "List the types of activity",
            description =
                    "Each with its fields: what `data` of an activity may hold, and what segment rules may ask for.")
    @APIResponse(responseCode = "200", description = "Every type, on one page.")
    public Page<ActivityTypeResponse> list() {
        return new Page<>(
                ActivityType.all().stream().map(ActivityTypeResponse::from).toList(), null);
    }

    @GET
    @Path("/{name}")
    @Operation(
            operationId = "getActivityType",
            summary = "Show a type of activity",
            description = "Its fields, with what each may hold.")
    @APIResponse(responseCode = "200", description = "The type.")
    public ActivityTypeResponse get(
            @PathParam("name") @Parameter(description = "Name of the type.", example = "transaction") String name) {
        ActivityType type = ActivityType.named(name);
        if (type == null) {
            throw ProblemException.notFound();
        }
        return ActivityTypeResponse.from(type);
    }
}
