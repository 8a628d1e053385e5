package io.clientele.loyalty.correction.api;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long reinstated points live. */
@Schema(description = "How long reinstated points live.")
record ReinstatementRequest(
        @Schema(description = "Last business day they can be spent, today or later.", examples = "2999-12-31") @NotNull
        LocalDate lastDay) {

    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    LocalDate checkedLastDay() {
        if (lastDay.isAfter(LATEST)) {
            throw ProblemException.ruleViolated(
                    "invalid-field", "That is too far ahead.", new FieldError("/lastDay", "is 2999-12-31 or before"));
        }
        return lastDay;
    }
}
