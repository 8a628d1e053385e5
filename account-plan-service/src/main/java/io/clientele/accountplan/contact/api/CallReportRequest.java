package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.contact.CallReport;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CallReportRequest", description = "What was said with a client.")
record CallReportRequest(
        @NotBlank
        @Size(max = 200)
        @Schema(description = "What it was about.", examples = "Pooling of the Asian entities", required = true)
        String purpose,

        @NotNull @Schema(description = "Day of the conversation.", examples = "2026-01-15", required = true)
        LocalDate heldOn,

        @NotNull
        @Size(max = 100)
        @Schema(description = "Contacts of the client who took part.", examples = "[]", required = true)
        List<@NotNull UUID> contactIds,

        @NotBlank
        @Size(max = 20000)
        @Schema(
                description = "What came of it.",
                examples = "They will ask for proposals in September.",
                required = true)
        String outcome,

        @Schema(description = "The objective of a plan it serves.") @Nullable
        UUID objectiveId,

        @NotBlank
        @Size(max = 500)
        @Schema(description = "What is to be done next.", examples = "Send the pooling proposal", required = true)
        String nextAction,

        @NotBlank
        @Size(max = 64)
        @Schema(description = "User id of who is to do it.", examples = "rm-novak", required = true)
        String nextActionOwner,

        @NotNull @Schema(description = "Day it is wanted by.", examples = "2026-02-15", required = true)
        LocalDate nextActionDueOn,

        @Size(max = 20000)
        @Schema(
                description = "For the relationship manager, the team leader, compliance and auditors only.",
                examples = "The treasurer leaves in June.")
        @Nullable
        String confidentialNotes) {
    CallReport.Terms terms() {
        return new CallReport.Terms(
                purpose,
                heldOn,
                contactIds,
                outcome,
                objectiveId,
                nextAction,
                nextActionOwner,
                nextActionDueOn,
                confidentialNotes);
    }
}
