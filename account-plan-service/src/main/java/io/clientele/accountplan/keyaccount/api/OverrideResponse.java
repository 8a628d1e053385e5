package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.keyaccount.KeyAccountOverride;
import io.clientele.accountplan.keyaccount.OverrideKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "KeyAccountOverride", description = "A decision beside the models.")
record OverrideResponse(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "What it decides.") OverrideKind kind,

        @Schema(description = "Why.", examples = "The group moves its treasury to us this year.")
        String reason,

        @Schema(description = "Last day it holds.", examples = "2026-12-31")
        LocalDate validUntil,

        @Schema(description = "Who asked for it.", examples = "rm-novak")
        String requestedBy,

        @Schema(description = "When.") Instant requestedAt,

        @Schema(description = "Who approved it; absent while it waits.", examples = "tl-svoboda") @Nullable
        String approvedBy,

        @Schema(description = "It holds from then on.") @Nullable
        Instant approvedAt,

        @Schema(description = "Who ended it.", examples = "rm-novak") @Nullable
        String endedBy,

        @Schema(description = "When it ended.") @Nullable Instant endedAt) {
    static OverrideResponse from(KeyAccountOverride override) {
        return new OverrideResponse(
                override.id(),
                override.clientId(),
                override.kind(),
                override.reason(),
                override.validUntil(),
                override.requestedBy(),
                override.requestedAt(),
                override.approvedBy(),
                override.approvedAt(),
                override.endedBy(),
                override.endedAt());
    }
}
