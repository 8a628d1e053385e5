package io.clientele.accountplan.keyaccount.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "KeyAccountStanding", description = "Whether a client is a key account, and why.")
record StandingResponse(
        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "Whether it is a key account now.", examples = "true")
        boolean designated,

        @Schema(description = "The designation; absent where it is none.") @Nullable
        KeyAccountResponse designation,

        @Schema(description = "What the last review that took effect says; absent where there was none.") @Nullable
        ResultResponse lastResult) {}
