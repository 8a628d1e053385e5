package io.clientele.loyalty.programme.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done; kept. No personal data. */
@Schema(description = "Why it is done; kept. No personal data.", examples = "{\"reason\":\"Budget not confirmed.\"}")
record ReasonRequest(
        @Schema(examples = "Budget not confirmed.") @NotBlank @Size(max = 1000)
        String reason) {}
