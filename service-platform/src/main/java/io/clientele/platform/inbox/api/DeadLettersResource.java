package io.clientele.platform.inbox.api;

import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.clientele.platform.inbox.DeadLetter;
import io.clientele.platform.inbox.DeadLetters;
import io.clientele.platform.inbox.ReplayingDeadLetters;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Dead letters: see what waits, and replay it. */
@Path("/v1/dead-letters")
@Tag(name = "Dead letters", description = "Records that a consumer of this service could not take, and their replay.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SYSTEM)
class DeadLettersResource {

    private static final String WAITING = "waiting";
    private static final String RESOLVED = "resolved";

    private final DeadLetters letters;
    private final ReplayingDeadLetters replaying;
    private final Idempotency idempotency;

    DeadLettersResource(DeadLetters letters, ReplayingDeadLetters replaying, Idempotency idempotency) {
        this.letters = letters;
        this.replaying = replaying;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listDeadLetters",
            summary = "List dead letters",
            description =
                    "Records that a consumer could not take, oldest first: those that wait, or those a replay took."
                            + " While one waits, later records of its key wait behind it. Resolved ones are kept for 30 days.")
    @APIResponse(responseCode = "200", description = "A page of dead letters.")
    public Page<DeadLetterResponse> list(
            @BeanParam PageRequest page,
            @Parameter(
                            description = "Only of this consumer.",
                            example = "client-replica",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @QueryParam("consumer")
                    @Nullable
                    String consumer,
            @Parameter(
                            description = "`waiting` (when absent) or `resolved`.",
                            example = WAITING,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {WAITING, RESOLVED},
                                            defaultValue = WAITING))
                    @QueryParam("state")
                    @Nullable
                    String state) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("consumer", consumer);
        filters.put("state", state);
        PageRequest.Seek seek = page.seek(filters);
        List<DeadLetter> found = letters.list(
                consumer(seek.filter("consumer")), isWaiting(seek.filter("state")), after(seek.after()), seek.fetch());
        return seek.page(found, letter -> Long.toString(letter.id()), DeadLetterResponse::from);
    }

    @POST
    @Path("/{deadLetterId}/replays")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Replay a dead letter",
            description = "Gives the record to its consumer again, and then, in order, what waits behind it, each in a"
                    + " transaction of its own. The first that still fails stays, with the rest behind it.")
    @APIResponse(
            responseCode = "200",
            description = "What the replay did.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplayResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`already-resolved`: a replay took it since; `consumer-unknown`: this version has no such consumer;"
                            + " `idempotency-key-in-use`.")
    public Response replay(
            @Parameter(
                            description = "Id of the dead letter.",
                            example = "42",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @PathParam("deadLetterId")
                    long id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return idempotency.once(idempotencyKey, id, () -> ReplayResponse.from(replaying.replay(id)), Reply::ok);
    }

    private static @Nullable String consumer(@Nullable String name) {
        if (name != null && (name.length() > 100 || name.indexOf('\0') >= 0)) {
            throw ProblemException.malformed(
                    "consumer-malformed",
                    "The name of a consumer has at most 100 characters.",
                    new FieldError("query:consumer", "is not valid"));
        }
        return name;
    }

    private static boolean isWaiting(@Nullable String state) {
        if (state == null || state.equals(WAITING)) {
            return true;
        }
        if (state.equals(RESOLVED)) {
            return false;
        }
        throw ProblemException.malformed(
                "state-unknown",
                "state is waiting or resolved.",
                new FieldError("query:state", "is neither waiting nor resolved"));
    }

    private static long after(@Nullable String key) {
        if (key == null) {
            return 0;
        }
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException foreign) {
            throw ProblemException.malformed(
                    "cursor-malformed",
                    "Use `next` of the page before, unchanged.",
                    new FieldError("query:cursor", "cannot be read"));
        }
    }
}
