package io.clientele.loyalty.member.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Terms a member accepts. */
@Schema(description = "Terms a member accepts.", examples = "{\"acceptedTerms\":\"2026-01\"}")
record TermsAcceptanceRequest(
        @Schema(description = "The bank's name of the terms, in force or announced.", examples = "2026-01")
        @NotBlank
        @Size(max = 60)
        String acceptedTerms) {}
