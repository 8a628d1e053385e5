package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.contact.CallReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CallReport", description = "What was said with a client.")
record CallReportResponse(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "What it was about.", examples = "Pooling of the Asian entities")
        String purpose,

        @Schema(description = "Day of the conversation.", examples = "2026-01-15")
        LocalDate heldOn,

        @Schema(description = "Contacts of the client who took part.")
        List<UUID> contactIds,

        @Schema(description = "What came of it.", examples = "They will ask for proposals in September.")
        String outcome,

        @Schema(description = "The objective of a plan it serves.") @Nullable
        UUID objectiveId,

        @Schema(description = "What is to be done next.", examples = "Send the pooling proposal")
        String nextAction,

        @Schema(description = "User id of who is to do it.", examples = "rm-novak")
        String nextActionOwner,

        @Schema(description = "Day it is wanted by.", examples = "2026-02-15")
        LocalDate nextActionDueOn,

        @Schema(
                description = "For the relationship manager, the team leader, compliance and auditors only.",
                examples = "The treasurer leaves in June.")
        @Nullable
        String confidentialNotes,

        @Schema(description = "Who recorded it.", examples = "rm-novak")
        String recordedBy,

        @Schema(description = "When.") Instant recordedAt) {
    static CallReportResponse from(CallReport report, boolean confidential) {
        CallReport.Terms terms = report.terms();
        return new CallReportResponse(
                report.id(),
                report.clientId(),
                terms.purpose(),
                terms.heldOn(),
                terms.contactIds(),
                terms.outcome(),
                terms.objectiveId(),
                terms.nextAction(),
                terms.nextOwner(),
                terms.nextDueOn(),
                confidential ? terms.confidentialNotes() : null,
                report.recordedBy(),
                report.recordedAt());
    }
}
