package io.clientele.accountplan.review.api;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.review.PlanReviews;
import io.clientele.accountplan.review.ReviewingPlans;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}/reviews")
@RunOnVirtualThread
@Tag(
        name = "Plan reviews",
        description = "Plans are looked through as often as the client's tier asks for; else they are stale.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST, Roles.COMPLIANCE, Roles.AUDITOR
})
class PlanReviewsResource {

    private final AccountPlans plans;
    private final PlanReviews reviews;
    private final ReviewingPlans reviewing;
    private final Idempotency idempotency;

    PlanReviewsResource(AccountPlans plans, PlanReviews reviews, ReviewingPlans reviewing, Idempotency idempotency) {
        this.plans = plans;
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
    @Operation(operationId = "reviewPlan", summary = "Record that a plan was looked through", description = """
            The plan is stale no more. An approval counts as a review, too. Codes: 403 `not-plan-writer`; 409 `plan-archived`, \
            `plan-not-in-force`.""")
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = PlanReviewResponse.class)))
    public Response review(
            @PathParam("planId") UUID planId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PlanReviewRequest request) {
        return idempotency.once(
                key,
                request,
                () -> reviewing.review(planId, request.comment().strip()),
                review -> Reply.created(review.path(), PlanReviewResponse.from(review)));
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listPlanReviews",
            summary = "List the reviews of a plan",
            description = "The first one first.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<PlanReviewResponse> list(@PathParam("planId") UUID planId, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(planId);
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(reviews.page(plan, seek), review -> review.id().toString(), PlanReviewResponse::from);
    }
}
