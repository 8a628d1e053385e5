package io.clientele.accountplan.keyaccount;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a version of a model says.
 *
 * @param entryScore from this score on a client becomes a key account
 * @param exitScore a key account stays one down to this score: the difference keeps clients from coming and going
 * @param capacityPerManager how many key accounts one relationship manager looks after at most
 */
@Schema(name = "KeyAccountModelTerms", description = "What a version of a model says.")
public record ModelTerms(
        @NotNull @Valid @Schema(description = "Stage 1.", required = true)
        Gates gates,

        @NotEmpty
        @Size(max = 20)
        @Schema(description = "Stage 2: each measure at most once, weights together 100 %.", required = true)
        List<@NotNull @Valid Criterion> criteria,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "From this score on a client becomes a key account.",
                type = SchemaType.STRING,
                examples = "60",
                required = true)
        BigDecimal entryScore,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "A key account stays one down to this score; at most the entry score.",
                type = SchemaType.STRING,
                examples = "50",
                required = true)
        BigDecimal exitScore,

        @Min(1)
        @Max(10_000)
        @Schema(
                description = "How many key accounts one relationship manager looks after at most, 1 to 10,000.",
                examples = "15",
                required = true)
        int capacityPerManager) {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    /**
     * Passes terms that make sense together.
     *
     * @throws ProblemException 422 {@code weights-not-100}, {@code criterion-invalid}, {@code thresholds-crossed}
     */
    void check() {
        BigDecimal weights = criteria.stream().map(Criterion::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weights.compareTo(WHOLE) != 0) {
            throw ProblemException.ruleViolated(
                    "weights-not-100",
                    "The weights of all criteria together are 100 %.",
                    new FieldError("/criteria", "add up to " + weights.toPlainString() + " %"));
        }
        Set<Measure> seen = new HashSet<>();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            if (!seen.add(criterion.measure())) {
                throw invalid(i, "measure", "appears once");
            }
            if (criterion.low().compareTo(criterion.high()) == 0) {
                throw invalid(i, "high", "is other than low");
            }
        }
        if (exitScore.compareTo(entryScore) > 0) {
            throw ProblemException.ruleViolated(
                    "thresholds-crossed",
                    "A key account stays one down to the exit score, which is at most the entry score.",
                    new FieldError("/exitScore", "is at most entryScore"));
        }
    }

    private static ProblemException invalid(int index, String field, String detail) {
        return ProblemException.ruleViolated(
                "criterion-invalid",
                "A criterion is not consistent.",
                new FieldError("/criteria/" + index + "/" + field, detail));
    }
}
