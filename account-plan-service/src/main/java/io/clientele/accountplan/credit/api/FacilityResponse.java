package io.clientele.accountplan.credit.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.credit.CreditFacility;
import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import io.clientele.contracts.inbound.RateType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "CreditFacility",
        description =
                "A credit facility as last positioned; risk figures and returns are left out for product specialists.")
record FacilityResponse(
        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "The bank's own number of the facility.", examples = "F-2201")
        String facilityId,

        @Schema(description = "The facility this is a sub-limit of.", examples = "F-2200") @Nullable
        String parentFacilityId,

        @Schema(description = "Kind of facility.", examples = "revolving")
        String kind,

        @Schema(description = "What may be drawn.") Money limit,

        @Schema(description = "What is drawn; more than the limit is kept and flagged.")
        Money drawn,

        @Schema(description = "Whether the bank may not withdraw the undrawn part.")
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

        @Schema(description = "What the borrower has to keep.") @Nullable
        List<CovenantBody> covenants,

        @Schema(
                description = "When the position was drawn; an older one changes nothing.",
                examples = "2026-01-31T22:00:00Z")
        Instant asOf,

        @Schema(description = "System the position comes from.", examples = "loan-system")
        String source,

        @Schema(description = "Whether more is drawn than may be: EXCESS.", examples = "true")
        boolean inExcess) {
    static FacilityResponse from(CreditFacility facility, boolean confidential) {
        CreditPosition position = facility.position();
        return new FacilityResponse(
                facility.clientId(),
                position.facilityId(),
                position.parentFacilityId(),
                position.kind(),
                position.limit(),
                position.drawn(),
                position.committed(),
                confidential ? position.ccf() : null,
                confidential ? position.pd() : null,
                confidential ? position.lgd() : null,
                confidential ? position.economicCapital() : null,
                position.rateType(),
                position.maturesOn(),
                confidential ? position.rating() : null,
                confidential ? position.ratedOn() : null,
                confidential ? position.collateralValue() : null,
                confidential ? position.collateralHaircut() : null,
                confidential ? position.grossRevenue() : null,
                confidential ? position.fundingCost() : null,
                confidential ? position.operatingCost() : null,
                confidential ? position.returnOnCapital() : null,
                confidential
                        ? position.covenants().stream().map(CovenantBody::from).toList()
                        : null,
                position.asOf(),
                position.source(),
                position.drawn().amount().compareTo(position.limit().amount()) > 0);
    }
}
