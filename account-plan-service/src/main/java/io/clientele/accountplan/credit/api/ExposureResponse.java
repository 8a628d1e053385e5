package io.clientele.accountplan.credit.api;

import io.clientele.accountplan.credit.Exposure;
import io.clientele.accountplan.rates.Quote;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Exposure",
        description =
                "Credit exposure in one currency: totals are the sums of the lines that are no sub-limits, to the cent.")
record ExposureResponse(
        @Schema(description = "Day of conversion and of the maturity ladder.", examples = "2026-01-31")
        LocalDate on,

        @Schema(description = "Of the facilities that are no sub-limits.")
        FiguresResponse total,

        @Schema(description = "Every facility once.") List<ExposureLine> lines,

        @Schema(description = "Drawn and undrawn by time to maturity.")
        List<LadderRung> ladder,

        @Schema(description = "The quotations used.") List<Quote> rates) {
    static ExposureResponse from(Exposure exposure) {
        return new ExposureResponse(
                exposure.on(),
                FiguresResponse.from(exposure.total()),
                exposure.lines().stream().map(ExposureLine::from).toList(),
                exposure.ladder().stream().map(LadderRung::from).toList(),
                exposure.rates());
    }
}
