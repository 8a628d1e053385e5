package io.clientele.accountplan.simulation.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "WonFacility",
        description = "A facility that may be granted, with the figures it would have; a year's figures annualised.")
record WonFacility(
        @NotNull @Schema(description = "What may be drawn.", required = true)
        Money limit,

        @NotNull @Schema(description = "What is drawn.", required = true)
        Money drawn,

        @Schema(description = "Whether the bank may not withdraw the undrawn part.", required = true)
        boolean committed,

        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "Credit conversion factor, 0 to 1; 1 where absent.",
                type = SchemaType.STRING,
                examples = "0.5")
        @Nullable
        BigDecimal ccf,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "Probability of default within a year, 0 to 1.",
                type = SchemaType.STRING,
                examples = "0.01",
                required = true)
        BigDecimal pd,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "Loss given default before collateral, 0 to 1.",
                type = SchemaType.STRING,
                examples = "0.4",
                required = true)
        BigDecimal lgd,

        @NotNull @Schema(description = "Capital it would bind.", required = true)
        Money economicCapital,

        @NotNull @Schema(description = "Interest and fees of a year.", required = true)
        Money grossRevenue,

        @Schema(description = "Cost of funds of a year.") @Nullable
        Money fundingCost,

        @Schema(description = "Operating cost of a year.") @Nullable
        Money operatingCost,

        @Schema(description = "What the invested capital earns in a year.") @Nullable
        Money returnOnCapital) {
    CreditPosition position(String clientId, int number) {
        return new CreditPosition(
                "won " + number,
                clientId,
                null,
                "simulated",
                limit,
                drawn,
                committed,
                ccf,
                pd,
                lgd,
                economicCapital,
                null,
                null,
                null,
                null,
                null,
                null,
                grossRevenue,
                fundingCost,
                operatingCost,
                returnOnCapital,
                List.of(),
                Instant.EPOCH,
                "simulation");
    }
}
