package io.clientele.loyalty.programme.api;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The approval of a version. */
@Schema(
        description = "The approval of a version; `{}` approves it from now on.",
        examples = "{\"remark\":\"As agreed.\"}")
record ApprovalRequest(
        @Schema(
                description = "From when it is in force, not before now; absent for now.",
                examples = "2026-04-01T00:00:00Z")
        @Nullable
        Instant effectiveFrom,

        @Schema(examples = "As agreed.") @Size(max = 1000) @Nullable
        String remark) {}
