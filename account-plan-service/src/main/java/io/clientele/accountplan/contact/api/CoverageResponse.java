package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.contact.CoverageMatrix;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Coverage", description = "Whom we know and met, country by country.")
record CoverageResponse(
        @Schema(description = "Required roles by country.") List<CoverageSlot> slots,

        @Schema(description = "Countries where lately no more than one person was met.")
        List<String> singleThreaded) {
    static CoverageResponse from(CoverageMatrix matrix) {
        return new CoverageResponse(
                matrix.slots().stream().map(CoverageSlot::from).toList(),
                matrix.singleThreaded().stream().sorted().toList());
    }
}
