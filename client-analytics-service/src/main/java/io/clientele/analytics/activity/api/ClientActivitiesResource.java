package io.clientele.analytics.activity.api;

import io.clientele.analytics.activity.Activities;
import io.clientele.analytics.activity.Activities.Kept;
import io.clientele.analytics.activity.Activities.Place;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The activities of one client. */
@Path("/v1/clients/{id}/activities")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Activities")
public class ClientActivitiesResource {

    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final Activities activities;

    ClientActivitiesResource(Activities activities) {
        this.activities = activities;
    }

    @GET
    @Transactional
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
    @Operation(
            operationId = "listClientActivities",
            summary = "List the activities of a client",
            description = "Newest first. 404 outside the caller's book.")
    @APIResponse(responseCode = "200", description = "One page of activities.")
    public Page<ActivityResponse> list(
            @PathParam("id") @Parameter(description = "The bank's own client number.", example = "10482") String id,
            @BeanParam PageRequest page,
            @QueryParam("type")
                    @Parameter(description = "Only activities of this type.", example = "transaction")
                    @Nullable
                    String type,
            @QueryParam("from")
                    @Parameter(
                            description = "Only what happened then or later, RFC 3339.",
                            schema = @Schema(format = "date-time"),
                            example = "1993-01-01T00:00:00Z")
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "Only what happened before then, RFC 3339.",
                            schema = @Schema(format = "date-time"),
                            example = "1994-04-01T00:00:00Z")
                    @Nullable
                    String to) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("type", type);
        filters.put("from", from);
        filters.put("to", to);
        Seek seek = page.seek(filters);
        Activities.Filter filter = new Activities.Filter(
                seek.filter("type"), time("query:from", seek.filter("from")), time("query:to", seek.filter("to")));
        return seek.page(
                activities.of(id, filter, place(seek.after()), seek.fetch()),
                ClientActivitiesResource::key,
                ActivityResponse::from);
    }

    private static String key(Kept last) {
        return last.occurredAt() + " " + last.sourceId();
    }

    private static @Nullable Place place(@Nullable String key) {
        if (key == null) {
            return null;
        }
        int space = key.indexOf(' ');
        Instant at = time("query:cursor", space < 0 ? "" : key.substring(0, space));
        return at == null ? null : new Place(at, key.substring(space + 1));
    }

    private static @Nullable Instant time(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException malformed) {
            // answered below
        }
        throw ProblemException.malformed(
                "malformed-parameter",
                "A time cannot be read.",
                new FieldError(pointer, "is an RFC 3339 time since 1970, such as 1994-04-01T00:00:00Z"));
    }
}
