package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.keyaccount.Basis;
import io.clientele.accountplan.keyaccount.KeyAccount;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "KeyAccount", description = "A client that is a key account.")
record KeyAccountResponse(
        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "What makes it one.") Basis basis,
        @Schema(description = "Since when.") Instant since,

        @Schema(description = "The model whose review designated it.") @Nullable
        UUID modelId,

        @Schema(description = "That review.") @Nullable UUID reviewId,
        @Schema(description = "The override.") @Nullable UUID overrideId) {
    static KeyAccountResponse from(KeyAccount account) {
        return new KeyAccountResponse(
                account.clientId(),
                account.basis(),
                account.fromAt(),
                account.modelId(),
                account.reviewId(),
                account.overrideId());
    }
}
