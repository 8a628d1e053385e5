package io.clientele.analytics.consents.api;

import io.clientele.analytics.consents.Channel;
import io.clientele.analytics.consents.Channels;
import io.clientele.analytics.consents.ContactPolicies;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Channels", description = "How clients are reached and answer, with the limits every contact keeps to.")
@RolesAllowed({
    Roles.ANALYST,
    Roles.PROGRAMME_MANAGER,
    Roles.RELATIONSHIP_MANAGER,
    Roles.TEAM_LEADER,
    Roles.SERVICE_AGENT,
    Roles.COMPLIANCE,
    Roles.AUDITOR,
    Roles.SYSTEM
})
class ChannelsResource {

    private final Channels channels;
    private final ContactPolicies policies;

    ChannelsResource(Channels channels, ContactPolicies policies) {
        this.channels = channels;
        this.policies = policies;
    }

    @GET
    @Path("/channels")
    @Transactional
    @Operation(operationId = "listChannels", summary = "List the channels", description = "In order of their codes.")
    @APIResponse(responseCode = "200", description = "One page of channels.")
    public Page<ChannelResponse> list(@BeanParam PageRequest page) {
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(channels.list(seek.after(), seek.fetch()), Channel::code, ChannelResponse::from);
    }

    @GET
    @Path("/channels/{code}")
    @Transactional
    @Operation(operationId = "showChannel", summary = "Show a channel", description = "With its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The channel.",
            content = @Content(schema = @Schema(implementation = ChannelResponse.class)))
    public Response show(
            @PathParam("code") @Parameter(description = "Code of the channel.", example = "EMAIL") String code) {
        Channel channel = channels.get(code);
        return Reply.ok(ChannelResponse.from(channel)).withTag(channel).toResponse();
    }

    @PUT
    @Path("/channels/{code}")
    @RolesAllowed({Roles.PROGRAMME_MANAGER, Roles.COMPLIANCE})
    @Operation(operationId = "putChannel", summary = "Register a channel or describe it anew", description = """
                    A known one needs If-Match. Caps, quiet hours and cool-downs hold for every contact from now on.""")
    @APIResponse(
            responseCode = "200",
            description = "Described anew.",
            content = @Content(schema = @Schema(implementation = ChannelResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content = @Content(schema = @Schema(implementation = ChannelResponse.class)))
    public Response put(
            @PathParam("code")
                    @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}")
                    @Parameter(description = "Code of the channel.", example = "EMAIL")
                    String code,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid ChannelRequest request) {
        Channels.Put put = channels.put(code, ifMatch, request.description());
        ChannelResponse shown = ChannelResponse.from(put.channel());
        return (put.isNew() ? Reply.created(put.channel().link(), shown) : Reply.ok(shown))
                .withTag(put.channel())
                .toResponse();
    }

    @GET
    @Path("/contact-policy")
    @Transactional
    @Operation(
            operationId = "showContactPolicy",
            summary = "Show the policy over all channels",
            description = "With its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The policy.",
            content = @Content(schema = @Schema(implementation = ContactPolicyView.class)))
    public Response policy() {
        return ContactPolicyView.reply(policies.get()).toResponse();
    }

    @PUT
    @Path("/contact-policy")
    @RolesAllowed({Roles.PROGRAMME_MANAGER, Roles.COMPLIANCE})
    @Operation(
            operationId = "putContactPolicy",
            summary = "Set the policy over all channels",
            description = "The cap counts contacts by all channels together.")
    @APIResponse(
            responseCode = "200",
            description = "Set.",
            content = @Content(schema = @Schema(implementation = ContactPolicyView.class)))
    public Response putPolicy(
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch, @NotNull @Valid ContactPolicyView request) {
        return ContactPolicyView.reply(policies.cap(
                        ifMatch, request.cap() == null ? null : request.cap().toCap("/cap")))
                .toResponse();
    }
}
