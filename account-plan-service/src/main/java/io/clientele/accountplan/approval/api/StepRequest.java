package io.clientele.accountplan.approval.api;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlanStepRequest", description = "A remark on what is done with a plan; may be empty.")
record StepRequest(
        @Size(max = 2000) @Schema(description = "A remark.", examples = "Agreed with the client on 3 March.") @Nullable
        String comment) {}
