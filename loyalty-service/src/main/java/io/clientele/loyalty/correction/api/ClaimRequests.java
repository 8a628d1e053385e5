package io.clientele.loyalty.correction.api;

import io.clientele.loyalty.correction.Claim;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send about claims. */
final class ClaimRequests {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private ClaimRequests() {}

    /** Points a member misses. */
    @Schema(name = "ClaimRequest", description = "Points a member misses.")
    record ClaimRequest(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003") @NotNull
            UUID memberId,

            @Schema(description = "Code of the currency of points.", examples = "POINTS")
            @NotNull
            @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "is the code of a currency of points")
            String currency,

            @Schema(minimum = "1", examples = "120") @Min(1) @Max(1_000_000_000_000L)
            long points,

            @Schema(description = "What the member did.", examples = "transaction") @NotBlank @Size(max = 100)
            String activityType,

            @Schema(description = "Business day it happened.", examples = "1994-03-30") @NotNull
            LocalDate happenedOn,

            @Schema(
                    description = "What shows it; erased with the person.",
                    examples = "Payment order 4711, booked twice.")
            @Size(max = 2000)
            @Nullable
            String evidence) {

        Claim.Case toCase() {
            if (happenedOn.isBefore(EARLIEST)) {
                throw ProblemException.ruleViolated(
                        "invalid-field",
                        "That is too long ago.",
                        new FieldError("/happenedOn", "is 1900-01-01 or later"));
            }
            return new Claim.Case(currency, points, activityType, happenedOn, evidence);
        }
    }

    /** What is granted. */
    @Schema(name = "ClaimGrantRequest", description = "What is granted; `{}` grants what is claimed, for ever.")
    record GrantRequest(
            @Schema(description = "All that are claimed when absent.", minimum = "1", examples = "100")
            @Min(1)
            @Max(1_000_000_000_000L)
            @Nullable
            Long points,

            @Schema(
                    description = "Last business day of the points; absent when they do not expire.",
                    examples = "2999-12-31")
            @Nullable
            LocalDate expiresOn,

            @Schema(description = "What the member is told. No personal data.", examples = "The payment was found.")
            @Size(max = 1000)
            @Nullable
            String answer) {}

    /** Why a claim is rejected. */
    @Schema(name = "ClaimRejectionRequest", description = "Why a claim is rejected.")
    record RejectionRequest(
            @Schema(description = "What the member is told. No personal data.", examples = "The payment was refunded.")
            @NotBlank
            @Size(max = 1000)
            String answer) {}
}
