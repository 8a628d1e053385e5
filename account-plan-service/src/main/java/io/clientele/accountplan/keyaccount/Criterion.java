package io.clientele.accountplan.keyaccount;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One weighted criterion of a model: a value scores 0 at {@code low} or below, 100 at {@code high} or above, and in
 * proportion between; with {@code low} above {@code high} less is better.
 *
 * @param weight its part of the whole, percent
 */
@Schema(
        name = "KeyAccountCriterion",
        description = "A weighted criterion: 0 at `low`, 100 at `high`, in proportion between, never beyond.")
public record Criterion(
        @NotNull @Schema(required = true) Measure measure,

        @NotNull
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "Part of the whole, percent; all together are 100.",
                type = SchemaType.STRING,
                examples = "100",
                required = true)
        BigDecimal weight,

        @NotNull
        @Digits(integer = 15, fraction = 4)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The value that scores 0.", type = SchemaType.STRING, examples = "0", required = true)
        BigDecimal low,

        @NotNull
        @Digits(integer = 15, fraction = 4)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "The value that scores 100; other than `low`.",
                type = SchemaType.STRING,
                examples = "1000000",
                required = true)
        BigDecimal high) {}
