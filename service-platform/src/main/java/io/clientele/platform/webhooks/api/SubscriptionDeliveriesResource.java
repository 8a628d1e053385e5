package io.clientele.platform.webhooks.api;

import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.clientele.platform.webhooks.Delivery;
import io.clientele.platform.webhooks.ManagingSubscriptions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A subscription's secrets, its delivery log, and deliveries again from a time. */
@Path("/v1/subscriptions/{subscriptionId}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SYSTEM)
@Tag(name = "Subscription deliveries", description = "Secrets, delivery log and replay of a webhook subscription.")
class SubscriptionDeliveriesResource {

    private static final String ID = "Id of the subscription.";
    private static final String KEY = "A repetition with the same key and body gets the first reply again.";
    private static final String KEY_EXAMPLE = "5f0c2a54-2f0e-4a6e-9d7a-0b8f4a8f9e11";

    private final ManagingSubscriptions managing;
    private final Idempotency idempotency;

    SubscriptionDeliveriesResource(ManagingSubscriptions managing, Idempotency idempotency) {
        this.managing = managing;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/secrets")
    @Transactional
    @Operation(
            operationId = "listSubscriptionSecrets",
            summary = "Read the active secrets",
            description = "Each delivery carries one signature per active secret: accept it when one of yours matches.")
    @APIResponse(responseCode = "200", description = "The active secrets.")
    public SecretsResponse secrets(@PathParam("subscriptionId") @Parameter(description = ID) UUID id) {
        return new SecretsResponse(
                managing.secrets(id).stream().map(SecretResponse::from).toList());
    }

    @POST
    @Path("/secrets")
    @Operation(
            operationId = "rotateSubscriptionSecret",
            summary = "Add a secret",
            description = "The secrets before it sign for another 24 hours: time to change over.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = SecretResponse.class)))
    @APIResponse(responseCode = "409", description = "`too-many-secrets`: five sign already.")
    public Response rotate(
            @PathParam("subscriptionId") @Parameter(description = ID) UUID id,
            @HeaderParam("Idempotency-Key") @Parameter(description = KEY, example = KEY_EXAMPLE) @Nullable String key) {
        return idempotency.once(
                key,
                id,
                () -> managing.rotate(id),
                added -> Reply.created("/v1/subscriptions/" + id + "/secrets", SecretResponse.from(added)));
    }

    @GET
    @Path("/deliveries")
    @Transactional
    @Operation(
            operationId = "listSubscriptionDeliveries",
            summary = "Read the delivery log",
            description = "The newest first; kept for 30 days.")
    @APIResponse(responseCode = "200", description = "One page of deliveries.")
    public Page<DeliveryResponse> deliveries(
            @PathParam("subscriptionId") @Parameter(description = ID) UUID id,
            @BeanParam PageRequest page,
            @QueryParam("state")
                    @Parameter(
                            description = "Only deliveries that stand so.",
                            example = "failed",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"pending", "delivered", "failed"}))
                    @Nullable
                    String state) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("state", state);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(
                managing.deliveries(id, state(seek.filter("state")), before(seek.after()), seek.fetch()),
                delivery -> Long.toString(delivery.id()),
                DeliveryResponse::from);
    }

    @POST
    @Path("/replays")
    @Operation(
            operationId = "replaySubscription",
            summary = "Deliver again from a time",
            description =
                    "Queues everything this subscription wants that was recorded since then, also what was delivered"
                            + " or given up, from the first attempt. `webhook-id` stays the same.")
    @APIResponse(
            responseCode = "202",
            description = "Queued.",
            content = @Content(schema = @Schema(implementation = WebhookReplayResponse.class)))
    @APIResponse(responseCode = "422", description = "`invalid-field`, `from-in-future`, `idempotency-key-reused`.")
    public Response replay(
            @PathParam("subscriptionId") @Parameter(description = ID) UUID id,
            @HeaderParam("Idempotency-Key") @Parameter(description = KEY, example = KEY_EXAMPLE) @Nullable String key,
            @NotNull @Valid WebhookReplayRequest request) {
        return idempotency.once(
                key,
                request,
                () -> managing.replay(id, request.from()),
                count -> Reply.accepted("/v1/subscriptions/" + id + "/deliveries", new WebhookReplayResponse(count)));
    }

    private static Delivery.@Nullable State state(@Nullable String state) {
        return switch (state) {
            case null -> null;
            case "pending" -> Delivery.State.PENDING;
            case "delivered" -> Delivery.State.DELIVERED;
            case "failed" -> Delivery.State.FAILED;
            default ->
                throw ProblemException.malformed(
                        "state-unknown",
                        "state is pending, delivered or failed.",
                        new FieldError("query:state", "is none of them"));
        };
    }

    private static long before(@Nullable String key) {
        if (key == null) {
            return Long.MAX_VALUE;
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
