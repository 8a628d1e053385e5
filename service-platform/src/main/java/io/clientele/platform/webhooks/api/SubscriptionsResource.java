package io.clientele.platform.webhooks.api;

import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.clientele.platform.webhooks.ManagingSubscriptions;
import io.clientele.platform.webhooks.Subscription;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhook subscriptions: made, changed, disabled by the receiver's 410 and activated again by their owner. */
@Path("/v1/subscriptions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SYSTEM)
@Tag(
        name = "Subscriptions",
        description =
                "Webhooks by the Standard Webhooks specification. A subscription is seen and changed only by the system"
                        + " that made it.")
class SubscriptionsResource {

    private static final String ID = "Id of the subscription.";
    private static final String KEY = "A repetition with the same key and body gets the first reply again.";
    private static final String KEY_EXAMPLE = "5f0c2a54-2f0e-4a6e-9d7a-0b8f4a8f9e11";
    private static final String TAG = "ETag of the version that was read.";

    private final ManagingSubscriptions managing;
    private final Idempotency idempotency;

    SubscriptionsResource(ManagingSubscriptions managing, Idempotency idempotency) {
        this.managing = managing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "createSubscription",
            summary = "Subscribe to events",
            description =
                    "Posts every event published from now on, in the JSON format of CloudEvents, with the headers"
                            + " `webhook-id`, `webhook-timestamp` and `webhook-signature` of Standard Webhooks. Answer 2xx within 15"
                            + " seconds; else it is tried again after about 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, or"
                            + " later when `Retry-After` says so. 410 disables the subscription. Deliveries come at least once and"
                            + " side by side: recognise repetitions by `webhook-id`, order by `sequence`. Read the secret at `secrets`.")
    @APIResponse(
            responseCode = "201",
            description = "Subscribed.",
            content = @Content(schema = @Schema(implementation = SubscriptionResponse.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "`invalid-field`, `url-not-https`, `url-malformed`, `url-address-private`, `idempotency-key-reused`.")
    public Response create(
            @HeaderParam("Idempotency-Key") @Parameter(description = KEY, example = KEY_EXAMPLE) @Nullable String key,
            @NotNull @Valid SubscriptionRequest request) {
        return idempotency.once(
                key,
                request,
                () -> managing.create(request.wish()),
                made -> Reply.created("/v1/subscriptions/" + made.id(), SubscriptionResponse.from(made))
                        .withTag(made));
    }

    @GET
    @Transactional
    @Operation(operationId = "listSubscriptions", summary = "List own subscriptions", description = "The oldest first.")
    @APIResponse(responseCode = "200", description = "One page of subscriptions.")
    public Page<SubscriptionResponse> list(@BeanParam PageRequest page) {
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                managing.list(uuid(seek.after()), seek.fetch()),
                subscription -> subscription.id().toString(),
                SubscriptionResponse::from);
    }

    @GET
    @Path("/{subscriptionId}")
    @Transactional
    @Operation(
            operationId = "getSubscription",
            summary = "Read a subscription",
            description = "Also tells whether and why it is disabled.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription.",
            content = @Content(schema = @Schema(implementation = SubscriptionResponse.class)))
    public Response get(@PathParam("subscriptionId") @Parameter(description = ID) UUID id) {
        return reply(managing.get(id)).toResponse();
    }

    @PUT
    @Path("/{subscriptionId}")
    @Operation(
            operationId = "changeSubscription",
            summary = "Change a subscription",
            description = "Deliveries already queued go to the new URL too.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = SubscriptionResponse.class)))
    @APIResponse(
            responseCode = "422",
            description = "`invalid-field`, `url-not-https`, `url-malformed`, `url-address-private`.")
    public Response change(
            @PathParam("subscriptionId") @Parameter(description = ID) UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid SubscriptionRequest request) {
        return idempotency.once(
                null, request, () -> managing.change(id, ifMatch, request.wish()), SubscriptionsResource::reply);
    }

    @DELETE
    @Path("/{subscriptionId}")
    @Transactional
    @Operation(
            operationId = "deleteSubscription",
            summary = "End a subscription",
            description = "Its queued deliveries, log and secrets go with it.")
    @APIResponse(responseCode = "204", description = "Ended.")
    public Response delete(
            @PathParam("subscriptionId") @Parameter(description = ID) UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        managing.remove(id, ifMatch);
        return Reply.noContent().toResponse();
    }

    @POST
    @Path("/{subscriptionId}/activations")
    @Operation(
            operationId = "activateSubscription",
            summary = "Activate a disabled subscription",
            description = "Deliveries go on where they stopped, as far as events are still kept (eight days).")
    @APIResponse(
            responseCode = "200",
            description = "Active.",
            content = @Content(schema = @Schema(implementation = SubscriptionResponse.class)))
    public Response activate(
            @PathParam("subscriptionId") @Parameter(description = ID) UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Parameter(description = KEY, example = KEY_EXAMPLE) @Nullable String key) {
        return idempotency.once(key, id, () -> managing.activate(id, ifMatch), SubscriptionsResource::reply);
    }

    private static Reply reply(Subscription subscription) {
        return Reply.ok(SubscriptionResponse.from(subscription)).withTag(subscription);
    }

    private static @Nullable UUID uuid(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw ProblemException.malformed(
                    "cursor-malformed",
                    "Use `next` of the page before, unchanged.",
                    new FieldError("query:cursor", "cannot be read"));
        }
    }
}
