package io.clientele.accountplan.commitment.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ComplianceApproval", description = "The approval of a condition.")
record ApprovalRequest(
        @NotBlank
        @Size(max = 2000)
        @Schema(description = "Why it is approved.", examples = "Priced apart; the client chose.", required = true)
        String comment) {}
