package io.clientele.accountplan.action.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ActionClosure", description = "The end of an action.")
record ClosureRequest(
        @Schema(description = "False when it is not to be done any more.", examples = "true", required = true)
        boolean done,

        @NotBlank
        @Size(max = 2000)
        @Schema(description = "What came of it.", examples = "Sent on 28 April", required = true)
        String outcome) {}
