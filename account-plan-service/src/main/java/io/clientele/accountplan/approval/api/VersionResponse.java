package io.clientele.accountplan.approval.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.clientele.accountplan.approval.PlanVersion;
import io.clientele.accountplan.plan.AccountPlan;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PlanVersion", description = "An approved version, exactly as approved.")
record VersionResponse(
        @Schema(description = "From 1, without gaps.", examples = "1")
        int number,

        @Schema(description = "Whether it holds now.") boolean inForce,
        @Schema(examples = "rm-novak") String submittedBy,
        Instant submittedAt,
        @Schema(examples = "tl-svoboda") String approvedBy,
        Instant approvedAt,

        @Schema(
                description = "SHA-256 of the content, hexadecimal.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String contentHash,

        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "`plan`, `client`, `priorities`, `objectives`, `contributions`, `opportunities`, `commitments`, `actions`, `swot` "
                                + "and `figures` (with the rates used) as they were when it was approved. Product specialists get "
                                + "no `figures`.")
        @JsonRawValue
        String content) {

    static VersionResponse from(AccountPlan plan, PlanVersion version, String content) {
        return new VersionResponse(
                version.number(),
                VersionSummary.inForce(plan, version),
                version.submittedBy(),
                version.submittedAt(),
                version.approvedBy(),
                version.approvedAt(),
                version.contentHash(),
                content);
    }
}
