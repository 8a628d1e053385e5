package io.clientele.accountplan.objective;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A measured value and its day.
 *
 * @param value in the unit of the objective
 * @param on the day it was true; may be missing, which the SMART check then reports
 */
@Embeddable
@Schema(description = "A measured value and the day it was true.")
public record Measurement(
        @NotNull
        @Digits(integer = 18, fraction = 6)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "In the unit of the objective; at most 18 digits before and 6 after the point.",
                type = SchemaType.STRING,
                examples = "1200000",
                required = true)
        BigDecimal value,

        @Schema(description = "The day it was true.", examples = "2025-12-31") @Nullable
        LocalDate on) {

    public Measurement {
        value = Decimals.plain(value);
    }
}
