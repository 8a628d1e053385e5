package io.clientele.loyalty.member.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a member is suspended or resumed. */
@Schema(
        description = "Why a member is suspended or resumed; kept. No personal data.",
        examples = "{\"reason\":\"Under investigation, case 4711.\"}")
record MemberReasonRequest(
        @Schema(examples = "Under investigation, case 4711.") @NotBlank @Size(max = 1000)
        String reason) {}
