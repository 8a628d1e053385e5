package io.clientele.accountplan.credit.api;

import io.clientele.accountplan.credit.Exposure;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ExposureLine", description = "A facility of the exposure.")
record ExposureLine(
        @Schema(description = "The bank's own number of the facility.", examples = "F-2201")
        String facilityId,

        @Schema(description = "The borrower.", examples = "C-10482")
        String clientId,

        @Schema(description = "Kind of facility.", examples = "revolving")
        String kind,

        @Schema(description = "Its figures, converted.") FiguresResponse figures,

        @Schema(
                description = "The facility whose figures include these; absent where it counts by itself.",
                examples = "F-2200")
        @Nullable
        String subLimitOf,

        @Schema(description = "Whether more is drawn than may be.")
        boolean inExcess,

        @Schema(description = "How long it still runs.") Exposure.Maturity maturity,

        @Schema(description = "Last day.", examples = "2028-06-30") @Nullable
        LocalDate maturesOn) {
    static ExposureLine from(Exposure.Line line) {
        return new ExposureLine(
                line.position().facilityId(),
                line.position().clientId(),
                line.position().kind(),
                FiguresResponse.from(line.figures()),
                line.subLimit() ? line.position().parentFacilityId() : null,
                line.inExcess(),
                line.maturity(),
                line.position().maturesOn());
    }
}
