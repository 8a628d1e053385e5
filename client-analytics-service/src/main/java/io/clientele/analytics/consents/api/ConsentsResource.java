package io.clientele.analytics.consents.api;

import io.clientele.analytics.clients.Clients;
import io.clientele.analytics.consents.ConsentBook;
import io.clientele.analytics.consents.Preferences;
import io.clientele.analytics.consents.RecordingConsents;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/clients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Consents", description = "What clients consented to, and how they like to be reached.")
@RolesAllowed({
    Roles.CLIENT,
    Roles.RELATIONSHIP_MANAGER,
    Roles.TEAM_LEADER,
    Roles.SERVICE_AGENT,
    Roles.ANALYST,
    Roles.PROGRAMME_MANAGER,
    Roles.COMPLIANCE,
    Roles.AUDITOR,
    Roles.SYSTEM
})
class ConsentsResource {

    private final Clients clients;
    private final ConsentBook consents;
    private final RecordingConsents recording;
    private final Preferences preferences;
    private final Idempotency idempotency;

    ConsentsResource(
            Clients clients,
            ConsentBook consents,
            RecordingConsents recording,
            Preferences preferences,
            Idempotency idempotency) {
        this.clients = clients;
        this.consents = consents;
        this.recording = recording;
        this.preferences = preferences;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/consents")
    @Transactional
    @Operation(operationId = "showConsents", summary = "Show the consents of a client", description = """
                    Of the statements on a purpose that concern a channel, for it alone or for all, the latest stands; where nothing \
                    was said there is no consent. 404 outside the caller's book.""")
    @APIResponse(responseCode = "200", description = "What stands, and all that was said.")
    public ConsentsResponse show(
            @PathParam("id") @Parameter(description = "The bank's own client number.", example = "10482") String id) {
        clients.get(id);
        return ConsentsResponse.from(consents.of(id));
    }

    @POST
    @Path("/consents")
    @RolesAllowed({Roles.CLIENT, Roles.RELATIONSHIP_MANAGER, Roles.SERVICE_AGENT, Roles.COMPLIANCE, Roles.SYSTEM})
    @Operation(operationId = "recordConsent", summary = "Record what a client said", description = """
                    Consent, withdrawal or opt-out, for a channel or for all. Publishes `consent.given` or `consent.withdrawn`; segments \
                    whose rule asks for the consent move the client at once. The same statement again changes nothing. Codes: 422 \
                    `channel-unknown`, `said-in-future`.""")
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = ConsentsResponse.class)))
    public Response record(
            @PathParam("id") @Parameter(description = "The bank's own client number.", example = "10482") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ConsentRequest request) {
        return idempotency.once(
                key,
                request,
                () -> recording.record(
                        id,
                        request.purpose(),
                        request.channel(),
                        request.decision(),
                        request.source(),
                        request.saidAt()),
                said -> Reply.created("/v1/clients/" + id + "/consents", ConsentsResponse.from(said)));
    }

    @GET
    @Path("/channel-preferences")
    @Transactional
    @Operation(
            operationId = "showChannelPreferences",
            summary = "Show how a client likes to be reached",
            description = "As the client said, the best first. 404 outside the caller's book.")
    @APIResponse(responseCode = "200", description = "The channels.")
    public ChannelPreferences preferences(
            @PathParam("id") @Parameter(description = "The bank's own client number.", example = "10482") String id) {
        return new ChannelPreferences(preferences.of(id));
    }

    @POST
    @Path("/channel-preferences")
    @RolesAllowed({Roles.CLIENT, Roles.RELATIONSHIP_MANAGER, Roles.SERVICE_AGENT, Roles.COMPLIANCE, Roles.SYSTEM})
    @Operation(
            operationId = "stateChannelPreferences",
            summary = "Say how a client likes to be reached",
            description = "Replaces what was said before. Codes: 422 `channel-unknown`.")
    @APIResponse(
            responseCode = "201",
            description = "Replaced.",
            content = @Content(schema = @Schema(implementation = ChannelPreferences.class)))
    public Response prefer(
            @PathParam("id") @Parameter(description = "The bank's own client number.", example = "10482") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ChannelPreferences request) {
        return idempotency.once(
                key,
                request,
                () -> preferences.replace(id, request.channels()),
                liked -> Reply.created("/v1/clients/" + id + "/channel-preferences", new ChannelPreferences(liked)));
    }
}
