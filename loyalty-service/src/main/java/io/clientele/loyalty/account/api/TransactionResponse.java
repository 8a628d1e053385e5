package io.clientele.loyalty.account.api;

import io.clientele.loyalty.account.Transaction;
import io.clientele.loyalty.earning.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A transaction as callers see it. */
@Schema(name = "Transaction", description = "A posting in the ledger; it never changes.")
record TransactionResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110008")
        UUID id,

        @Schema(examples = "EARN") Transaction.Kind kind,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        String currency,

        @Schema(description = "Points moved, above zero.", examples = "12")
        long points,

        @Schema(description = "By which it changed what the member can spend.", examples = "12")
        long change,

        @Schema(description = "Its own time.") Instant occurredAt,
        @Schema(description = "When it became known.") Instant recordedAt,
        @Schema(examples = "loyalty-earning") String actor,

        @Schema(description = "Key of the earning rule.", examples = "household-payments") @Nullable
        String rule,

        @Schema(description = "Version of the programme that judged it.", examples = "1") @Nullable
        Integer programmeVersion,

        @Schema(description = "The bank's own id of the activity.", examples = "trans-3530438") @Nullable
        String sourceId,

        @Schema(description = "The reservation that held the points.") @Nullable
        UUID reservationId,

        @Schema(description = "The transaction it takes back or gives back.") @Nullable
        UUID reverses,

        @Schema(description = "Ties the two sides of a transfer together.") @Nullable
        UUID transferId,

        @Schema(description = "The movements it is made of; together they sum to zero.")
        List<EntryResponse> entries,

        @Schema(description = "What each rule said; with a single earning only.") @Nullable
        Judgement explanation) {

    /** One movement. */
    @Schema(name = "Entry", description = "Points of one lot moved from one state to another.")
    record EntryResponse(
            @Schema(examples = "1") int line,

            @Schema(description = "Number of the lot.", examples = "4711")
            long lot,

            @Schema(description = "State the points leave.", examples = "ISSUED")
            String from,

            @Schema(description = "State they come into.", examples = "AVAILABLE")
            String to,

            @Schema(examples = "12") long points) {

        static EntryResponse from(Transaction.Entry entry) {
            return new EntryResponse(entry.line(), entry.lot(), entry.from(), entry.to(), entry.points());
        }
    }

    static TransactionResponse from(
            Transaction transaction, List<Transaction.Entry> entries, @Nullable Judgement explanation) {
        return new TransactionResponse(
                transaction.id(),
                transaction.kind(),
                transaction.currency(),
                transaction.points(),
                transaction.change(),
                transaction.occurredAt(),
                transaction.recordedAt(),
                transaction.actor(),
                transaction.rule(),
                transaction.programmeVersion(),
                transaction.sourceId(),
                transaction.reservationId(),
                transaction.reverses(),
                transaction.transferId(),
                entries.stream().map(EntryResponse::from).toList(),
                explanation);
    }
}
