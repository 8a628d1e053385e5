package io.clientele.accountplan.opportunity.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "FulfilmentRequest", description = "That a prerequisite is in place.")
record FulfilmentRequest(
        @Schema(description = "The day; today when absent.", examples = "2026-01-31") @Nullable
        LocalDate metOn,

        @NotBlank
        @Size(max = 2000)
        @Schema(description = "What shows it.", examples = "Credit committee, minutes 12/2026", required = true)
        String evidence) {}
