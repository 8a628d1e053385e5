package io.clientele.loyalty.correction.api;

import io.clientele.loyalty.correction.Adjustment.Proposal;
import io.clientele.loyalty.correction.Adjustment.Reason;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points to be credited or taken by hand. */
@Schema(description = "Points to be credited or taken by hand.")
record AdjustmentRequest(
        @Schema(description = "Whose points.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003") @NotNull
        UUID memberId,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        @NotNull
        @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "is the code of a currency of points")
        String currency,

        @Schema(description = "Credited, or below zero for points to be taken.", examples = "100")
        @Min(-1_000_000_000_000L)
        @Max(1_000_000_000_000L)
        long points,

        @Schema(examples = "GOODWILL") @NotNull Reason reason,

        @Schema(description = "The bank's own id of the case.", examples = "case-4711")
        @Size(min = 1, max = 128)
        @Nullable
        String reference,

        @Schema(
                description = "Last business day of points credited; absent when they do not expire.",
                examples = "2999-12-31")
        @Nullable
        LocalDate expiresOn) {

    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    Proposal toProposal() {
        if (points == 0) {
            throw ProblemException.ruleViolated(
                    "invalid-field", "Nothing is to be adjusted.", new FieldError("/points", "is not 0"));
        }
        if (expiresOn != null && expiresOn.isAfter(LATEST)) {
            throw ProblemException.ruleViolated(
                    "invalid-field", "That is too far ahead.", new FieldError("/expiresOn", "is 2999-12-31 or before"));
        }
        return new Proposal(currency, points, reason, reference, expiresOn);
    }
}
