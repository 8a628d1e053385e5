package io.clientele.loyalty.review.api;

import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.review.EarningReview;
import io.clientele.loyalty.review.EarningReviews;
import io.clientele.loyalty.review.ReviewingEarnings;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/loyalty-programmes/{programmeId}/earning-reviews}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/earning-reviews")
@Tag(name = "Earning reviews", description = "Earnings that velocity rules hold until a second person decides.")
@RunOnVirtualThread
@Transactional
@RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
class EarningReviewsResource {

    private final ReviewingEarnings reviewing;
    private final EarningReviews reviews;
    private final Programmes programmes;
    private final Idempotency idempotency;

    EarningReviewsResource(
            ReviewingEarnings reviewing, EarningReviews reviews, Programmes programmes, Idempotency idempotency) {
        this.reviewing = reviewing;
        this.reviews = reviews;
        this.programmes = programmes;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "List held earnings", description = "Reviews of the programme, oldest first.")
    @APIResponse(responseCode = "200", description = "A page of reviews.")
    public Page<EarningReviewResponse> listEarningReviews(
            @PathParam("programmeId") UUID programmeId,
            @Parameter(
                            description = "Only reviews in this state.",
                            schema = @Schema(implementation = EarningReview.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        programmes.get(programmeId);
        PageRequest.Seek seek = page.seek(Collections.singletonMap("state", state));
        return seek.page(
                reviews.page(
                        programmeId,
                        seek.filter("state", EarningReview.State::valueOf),
                        seek.after(UUID::fromString),
                        seek.fetch()),
                review -> review.id().toString(),
                EarningReviewResponse::from);
    }

    @GET
    @Path("/{reviewId}")
    @Operation(summary = "Read a held earning", description = "The review with its entity tag.")
    @APIResponse(
            responseCode = "200",
            description = "The review.",
            content = @Content(schema = @Schema(implementation = EarningReviewResponse.class)))
    public Response getEarningReview(@PathParam("programmeId") UUID programmeId, @PathParam("reviewId") UUID reviewId) {
        EarningReview review = reviews.get(programmeId, reviewId);
        return Reply.ok(EarningReviewResponse.from(review)).withTag(review).toResponse();
    }

    @POST
    @Path("/{reviewId}/releases")
    @RolesAllowed({Roles.LOYALTY_APPROVER, Roles.COMPLIANCE})
    @Operation(
            summary = "Release a held earning",
            description =
                    "The points become spendable when their rule says, now at the earliest. 403 `four-eyes` for who reported the activity; 409 `review-decided`.")
    @APIResponse(
            responseCode = "201",
            description = "The review, released.",
            content = @Content(schema = @Schema(implementation = EarningReviewResponse.class)))
    public Response releaseEarning(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("reviewId") UUID reviewId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RemarkRequest request) {
        return done(key, request, () -> reviewing.release(programmeId, reviewId, ifMatch, request.remark()));
    }

    @POST
    @Path("/{reviewId}/rejections")
    @RolesAllowed({Roles.LOYALTY_APPROVER, Roles.COMPLIANCE})
    @Operation(
            summary = "Reject a held earning",
            description =
                    "The earning is reversed. 403 `four-eyes` for who reported the activity; 409 `review-decided`; 422 without a remark.")
    @APIResponse(
            responseCode = "201",
            description = "The review, rejected.",
            content = @Content(schema = @Schema(implementation = EarningReviewResponse.class)))
    public Response rejectEarning(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("reviewId") UUID reviewId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RemarkRequest request) {
        String remark = request.remark();
        if (remark == null || remark.isBlank()) {
            throw ProblemException.ruleViolated(
                    "invalid-field", "A rejection says why.", new FieldError("/remark", "is needed"));
        }
        return done(key, request, () -> reviewing.reject(programmeId, reviewId, ifMatch, remark));
    }

    private Response done(@Nullable String key, Object request, Supplier<EarningReview> command) {
        return idempotency.onceWithKey(
                key,
                request,
                command,
                review -> Reply.created(review.link(), EarningReviewResponse.from(review))
                        .withTag(review));
    }
}
