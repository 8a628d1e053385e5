package io.clientele.accountplan.review.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PlanReviewRequest", description = "That a plan was looked through.")
record PlanReviewRequest(
        @NotBlank
        @Size(max = 2000)
        @Schema(
                description = "What was found.",
                examples = "Objectives and figures are still right; the RFP moves to May.",
                required = true)
        String comment) {}
