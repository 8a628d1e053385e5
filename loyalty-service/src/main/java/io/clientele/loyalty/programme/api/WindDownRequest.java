package io.clientele.loyalty.programme.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long members can spend in a programme that ends. */
@Schema(
        description = "How long members can spend in a programme that ends.",
        examples = "{\"spendUntil\":\"2026-12-31\",\"reason\":\"Replaced by the new programme.\"}")
record WindDownRequest(
        @Schema(description = "Last business day on which members can spend.", examples = "2026-12-31") @NotNull
        LocalDate spendUntil,

        @Schema(description = "Why; kept. No personal data.", examples = "Replaced by the new programme.")
        @NotBlank
        @Size(max = 1000)
        String reason) {}
