package io.clientele.platform.events.api;

import io.clientele.platform.caller.Roles;
import io.clientele.platform.events.CloudEvent;
import io.clientele.platform.events.Feed;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed of published events. */
@Path("/v1/events")
@Tag(name = "Events", description = "What this service publishes, readable without Kafka.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.RELATIONSHIP_MANAGER,
    Roles.TEAM_LEADER,
    Roles.ANALYST,
    Roles.PROGRAMME_MANAGER,
    Roles.COMPLIANCE,
    Roles.AUDITOR,
    Roles.SYSTEM,
    Roles.LOYALTY_OPERATOR
})
class EventsResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_TYPES = 50;

    private final Feed feed;

    EventsResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @Operation(
            operationId = "readEvents",
            summary = "Read the event feed",
            description =
                    "Published events in one lasting order, at least seven days back. Begin without `after`, then send"
                            + " `next` of each reply: nothing is skipped, whenever it commits, and nothing comes twice. Events of one"
                            + " aggregate come in their order. A caller with a book sees the events of its clients and those that"
                            + " concern no single client.")
    @APIResponse(responseCode = "200", description = "A stretch of the feed; empty `items` at its end.")
    @APIResponse(
            responseCode = "400",
            description = "`after-malformed`, `limit-out-of-range`, `too-many-types`, `subject-too-long`.")
    public FeedResponse read(
            @Parameter(
                            description = "`next` of the reply before; absent begins with the oldest event kept.",
                            example = "18442",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 19, pattern = "^[0-9]{1,18}$"))
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(
                            description = "Only these event types, separated by commas; at most 50.",
                            example = "io.clientele.loyalty.points.earned.v1,io.clientele.loyalty.points.redeemed.v1",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 10_000))
                    @QueryParam("types")
                    @Nullable
                    String types,
            @Parameter(
                            description = "Only events of this aggregate.",
                            example = "1787",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    @QueryParam("subject")
                    @Nullable
                    String subject,
            @Parameter(
                            description = "At most so many events, 1 to 500; 50 when absent.",
                            example = "100",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "50"))
                    @QueryParam("limit")
                    @Nullable
                    String limit) {
        if (subject != null && (subject.length() > 200 || subject.indexOf('\0') >= 0)) {
            throw malformed("subject-too-long", "subject", "A subject has at most 200 characters.");
        }
        Feed.Stretch stretch = feed.read(new Feed.Wanted(after(after), types(types), subject, limit(limit)));
        return new FeedResponse(
                stretch.events().stream().map(CloudEvent::from).toList(), Long.toString(stretch.next()));
    }

    private static long after(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw malformed("after-malformed", "after", "Use `next` of the reply before, unchanged.");
        }
        return Long.parseLong(after);
    }

    private static List<String> types(@Nullable String types) {
        if (types == null || types.isBlank()) {
            return List.of();
        }
        List<String> names =
                Arrays.stream(types.split(",", -1)).map(String::strip).toList();
        if (names.size() > MAX_TYPES || types.length() > 10_000 || types.indexOf('\0') >= 0) {
            throw malformed("too-many-types", "types", "Name at most 50 types; leave the parameter out for all.");
        }
        return names;
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MAX_LIMIT) {
            throw malformed("limit-out-of-range", "limit", "limit is a whole number from 1 to 500.");
        }
        return Integer.parseInt(limit);
    }

    private static ProblemException malformed(String code, String parameter, String detail) {
        return ProblemException.malformed(code, detail, new FieldError("query:" + parameter, "is not valid"));
    }
}
