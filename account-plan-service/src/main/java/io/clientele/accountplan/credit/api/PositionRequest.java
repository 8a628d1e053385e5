package io.clientele.accountplan.credit.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import io.clientele.contracts.inbound.RateType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "CreditPosition",
        description = "Where a credit facility stands; all amounts in one currency, a year's figures annualised.")
record PositionRequest(
        @NotBlank
        @Size(max = 64)
        @Schema(description = "The bank's own number of the facility.", examples = "F-2201", required = true)
        String facilityId,

        @Size(max = 64) @Schema(description = "The facility this is a sub-limit of.", examples = "F-2200") @Nullable
        String parentFacilityId,

        @NotBlank @Size(max = 40) @Schema(description = "Kind of facility.", examples = "revolving", required = true)
        String kind,

        @NotNull @Schema(description = "What may be drawn.", required = true)
        Money limit,

        @NotNull @Schema(description = "What is drawn; more than the limit is kept and flagged.", required = true)
        Money drawn,

        @Schema(description = "Whether the bank may not withdraw the undrawn part.", required = true)
        boolean committed,

        @Schema(
                description = "Credit conversion factor of the committed undrawn part, 0 to 1; 1 where absent.",
                type = SchemaType.STRING,
                examples = "0.5")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal ccf,

        @Schema(
                description = "Probability of default within a year, 0 to 1.",
                type = SchemaType.STRING,
                examples = "0.01")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal pd,

        @Schema(
                description = "Loss given default before collateral, 0 to 1.",
                type = SchemaType.STRING,
                examples = "0.4")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal lgd,

        @Schema(description = "Capital the facility binds.") @Nullable
        Money economicCapital,

        @Schema(description = "Whether interest is fixed.") @Nullable
        RateType rateType,

        @Schema(description = "Last day.", examples = "2028-06-30") @Nullable
        LocalDate maturesOn,

        @Schema(description = "Internal rating of the borrower.", examples = "BBB-") @Nullable
        String rating,

        @Schema(description = "Day of the rating.", examples = "2026-01-15") @Nullable
        LocalDate ratedOn,

        @Schema(description = "Market value of the collateral; lowers the loss given default only.") @Nullable
        Money collateralValue,

        @Schema(
                description = "Part of the collateral value not counted, 0 to 1.",
                type = SchemaType.STRING,
                examples = "0.2")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal collateralHaircut,

        @Schema(description = "Interest and fees of a year.") @Nullable
        Money grossRevenue,

        @Schema(description = "Cost of funds of a year.") @Nullable
        Money fundingCost,

        @Schema(description = "Operating cost of a year.") @Nullable
        Money operatingCost,

        @Schema(description = "What the invested capital earns in a year.") @Nullable
        Money returnOnCapital,

        @Size(max = 100) @Schema(description = "What the borrower has to keep.") @Nullable
        List<@NotNull @Valid CovenantBody> covenants,

        @NotNull
        @Schema(
                description = "When the position was drawn; an older one changes nothing.",
                examples = "2026-01-31T22:00:00Z",
                required = true)
        Instant asOf,

        @NotBlank
        @Size(max = 100)
        @Schema(description = "System the position comes from.", examples = "loan-system", required = true)
        String source) {
    CreditPosition position(String clientId) {
        return new CreditPosition(
                facilityId,
                clientId,
                parentFacilityId,
                kind,
                limit,
                drawn,
                committed,
                ccf,
                pd,
                lgd,
                economicCapital,
                rateType,
                maturesOn,
                rating,
                ratedOn,
                collateralValue,
                collateralHaircut,
                grossRevenue,
                fundingCost,
                operatingCost,
                returnOnCapital,
                Objects.requireNonNullElse(covenants, List.<CovenantBody>of()).stream()
                        .map(CovenantBody::covenant)
                        .toList(),
                asOf,
                source);
    }
}
