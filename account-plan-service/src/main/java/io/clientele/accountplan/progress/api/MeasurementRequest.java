package io.clientele.accountplan.progress.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ObjectiveMeasurement", description = "A measurement of an objective.")
record MeasurementRequest(
        @NotNull
        @Digits(integer = 18, fraction = 6)
        @Schema(
                description = "What was measured, in the unit of the objective.",
                type = SchemaType.STRING,
                examples = "121.5",
                required = true)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal value,

        @NotNull
        @Schema(description = "Day of the measurement, not after today.", examples = "2026-01-31", required = true)
        LocalDate measuredOn,

        @NotBlank
        @Size(max = 2000)
        @Schema(description = "Where the value comes from.", examples = "Monthly revenue report", required = true)
        String source) {}
