package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.contact.CoverageMatrix;
import io.clientele.accountplan.contact.DecisionRole;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CoverageSlot", description = "One role in one country.")
record CoverageSlot(
        @Schema(description = "Country, ISO 3166-1 alpha-2.", examples = "SG")
        String country,

        @Schema(description = "The role.") DecisionRole role,

        @Schema(description = "How many are known.", examples = "1")
        int contacts,

        @Schema(description = "The last meeting with any of them.", examples = "2026-01-15") @Nullable
        LocalDate lastMetOn,

        @Schema(description = "Why it is not covered; absent where it is.")
        CoverageMatrix.@Nullable Gap gap) {
    static CoverageSlot from(CoverageMatrix.Slot slot) {
        return new CoverageSlot(slot.country(), slot.role(), slot.contacts(), slot.lastMetOn(), slot.gap());
    }
}
