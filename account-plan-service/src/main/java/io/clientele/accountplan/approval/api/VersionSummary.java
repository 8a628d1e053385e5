package io.clientele.accountplan.approval.api;

import io.clientele.accountplan.approval.PlanVersion;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.PlanState;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PlanVersionSummary", description = "An approved version, without its content.")
record VersionSummary(
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
        String contentHash) {

    static VersionSummary from(AccountPlan plan, PlanVersion version) {
        return new VersionSummary(
                version.number(),
                inForce(plan, version),
                version.submittedBy(),
                version.submittedAt(),
                version.approvedBy(),
                version.approvedAt(),
                version.contentHash());
    }

    static boolean inForce(AccountPlan plan, PlanVersion version) {
        return plan.state() != PlanState.ARCHIVED && Objects.equals(plan.versionInForce(), version.number());
    }
}
