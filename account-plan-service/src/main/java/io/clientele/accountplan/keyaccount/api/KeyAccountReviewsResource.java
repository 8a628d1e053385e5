package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.keyaccount.KeyAccountReview;
import io.clientele.accountplan.keyaccount.KeyAccountReviews;
import io.clientele.accountplan.keyaccount.ReviewResults;
import io.clientele.accountplan.keyaccount.Reviewing;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(KeyAccountReview.PATH)
@RunOnVirtualThread
@Tag(
        name = "Key-account reviews",
        description = "Runs of a model over the whole portfolio, explained client by client.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.ANALYST, Roles.COMPLIANCE, Roles.AUDITOR})
class KeyAccountReviewsResource {

    private final KeyAccountReviews reviews;
    private final ReviewResults results;
    private final Reviewing reviewing;
    private final Idempotency idempotency;

    KeyAccountReviewsResource(
            KeyAccountReviews reviews, ReviewResults results, Reviewing reviewing, Idempotency idempotency) {
        this.reviews = reviews;
        this.results = results;
        this.reviewing = reviewing;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Operation(operationId = "runKeyAccountReview", summary = "Review the whole portfolio", description = """
            Done when answered, all or nothing. A review of now designates and removes key accounts; with `asOf` it shows what \
            a review would have said then, with figures, rates, gradings and overrides as known then, and changes nothing. \
            Codes: 409 `model-not-in-force`; 422 `model-unknown`, `review-in-future`.""")
    @APIResponse(
            responseCode = "201",
            description = "Reviewed.",
            content = @Content(schema = @Schema(implementation = ReviewResponse.class)))
    public Response run(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ReviewRequest request) {
        return idempotency.once(
                key,
                request,
                () -> reviewing.run(request.modelId(), request.asOf()),
                review -> Reply.created(review.path(), ReviewResponse.from(review)));
    }

    @GET
    @Transactional
    @Operation(operationId = "listKeyAccountReviews", summary = "List the reviews", description = "The newest first.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ReviewResponse> list(
            @BeanParam PageRequest page,
            @QueryParam("model")
                    @Parameter(
                            description = "Only those of this model.",
                            example = "01957c90-2c41-7b12-8a55-1f3e5d7c9b01")
                    @Nullable
                    String model) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("model", model);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(reviews.page(seek), review -> review.id().toString(), ReviewResponse::from);
    }

    @GET
    @Path("/{reviewId}")
    @Transactional
    @Operation(operationId = "getKeyAccountReview", summary = "Show a review", description = """
            With how many of the clients you may see had which outcome.""")
    @APIResponse(responseCode = "200", description = "The review.")
    public ReviewSummary show(@PathParam("reviewId") UUID id) {
        return ReviewSummary.from(reviews.get(id), results.counts(id));
    }

    @GET
    @Path("/{reviewId}/results")
    @Transactional
    @Operation(operationId = "listKeyAccountResults", summary = "List what a review says", description = """
            About the clients you may see, in the order of their numbers, with the explanation per gate and criterion.""")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ResultResponse> results(
            @PathParam("reviewId") UUID id,
            @BeanParam PageRequest page,
            @QueryParam("outcome")
                    @Parameter(description = "Only those with this outcome.", example = "SELECTED")
                    @Nullable
                    String outcome,
            @QueryParam("manager")
                    @Parameter(description = "Only those of this relationship manager then.", example = "rm-novak")
                    @Nullable
                    String manager) {
        reviews.get(id);
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("outcome", outcome);
        filters.put("manager", manager);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(results.page(id, seek), result -> result.clientId(), ResultResponse::from);
    }

    @GET
    @Path("/{reviewId}/results/{clientId}")
    @Transactional
    @Operation(
            operationId = "getKeyAccountResult",
            summary = "Show what a review says about a client",
            description = "With the explanation per gate and criterion.")
    @APIResponse(responseCode = "200", description = "The result.")
    public ResultResponse result(
            @PathParam("reviewId") UUID id,
            @PathParam("clientId") @Parameter(description = "The bank's own client number.", example = "C-10482")
                    String clientId) {
        return ResultResponse.from(results.get(id, clientId));
    }
}
