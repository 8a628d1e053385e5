package io.clientele.analytics.consents.api;

import io.clientele.analytics.consents.Decision;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConsentRequest", description = "What a client said of being contacted.")
record ConsentRequest(
        @NotNull
        @Pattern(regexp = "[a-z][a-z0-9-]{0,63}")
        @Schema(description = "What it is about.", examples = "marketing", required = true)
        String purpose,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}")
        @Schema(description = "The channel it is limited to; absent = all channels.", examples = "EMAIL")
        @Nullable
        String channel,

        @NotNull @Schema(description = "What was said; WITHDRAWN is also an opt-out.", required = true)
        Decision decision,

        @NotBlank
        @Size(max = 64)
        @Schema(description = "Where the client said so.", examples = "BRANCH", required = true)
        String source,

        @Schema(description = "When the client said so; absent = now.", examples = "1994-03-31T22:00:00Z") @Nullable
        Instant saidAt) {}
