package io.clientele.accountplan.contribution.api;

import io.clientele.accountplan.contribution.Section;
import io.clientele.contracts.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Section", description = "What a specialist contributes for one product line.")
record SectionBody(
        @Size(max = 20_000)
        @Schema(
                description = "Where the client stands with this product line.",
                examples = "Two collection accounts, no pooling.")
        @Nullable
        String analysis,

        @NotBlank
        @Size(max = 20_000)
        @Schema(
                description = "What is to be offered, and how.",
                examples = "Notional pooling over the Czech entities from May.",
                required = true)
        String proposal,

        @Schema(description = "What it is to bring over the plan's period.") @Nullable
        Money expectedRevenue) {

    Section section() {
        return new Section(analysis, proposal, expectedRevenue);
    }

    static SectionBody from(Section section) {
        return new SectionBody(section.analysis(), section.proposal(), section.expectedRevenue());
    }
}
