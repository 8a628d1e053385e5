package io.clientele.accountplan.contribution.api;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SignOffRequest", description = "A specialist's signature under the draft as read.")
record SignOffRequest(
        @Size(max = 2000) @Schema(description = "A remark.", examples = "Volumes checked with operations.") @Nullable
        String comment) {}
