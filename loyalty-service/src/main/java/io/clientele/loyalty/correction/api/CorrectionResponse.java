package io.clientele.loyalty.correction.api;

import io.clientele.loyalty.correction.CorrectingTransactions.Reversal;
import io.clientele.loyalty.ledger.Corrections.Undone;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a correction did. */
@Schema(name = "Correction", description = "What a correction did.")
record CorrectionResponse(
        @Schema(
                description = "The transaction that was made; absent when the amount paid back costs no points yet.",
                examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110009")
        @Nullable
        UUID transactionId,

        @Schema(description = "Points moved by it.", examples = "12")
        long points,

        @Schema(description = "Of these, points the member did not have and owes now.", examples = "0")
        long owed,

        @Schema(description = "Points of the original that can still be taken back.", examples = "0")
        long remaining,

        @Schema(description = "Points the member can spend after it; absent without a transaction.", examples = "512")
        @Nullable
        Long available) {

    static CorrectionResponse from(Undone undone) {
        return new CorrectionResponse(
                undone.transactionId(), undone.points(), undone.owed(), undone.remaining(), undone.available());
    }

    static CorrectionResponse from(Reversal reversal) {
        Undone undone = reversal.transaction();
        return undone == null ? new CorrectionResponse(null, 0, 0, reversal.remaining(), null) : from(undone);
    }
}
