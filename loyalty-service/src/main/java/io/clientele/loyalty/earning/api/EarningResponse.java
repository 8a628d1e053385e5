package io.clientele.loyalty.earning.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.loyalty.earning.EarningPoints.Outcome;
import io.clientele.loyalty.earning.Judgement;
import io.clientele.loyalty.ledger.Credited;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an activity earned, or would earn. */
@Schema(name = "Earning", description = "What an activity earned, or would earn, and why.")
record EarningResponse(
        @Schema(description = "Whether nothing was moved.", examples = "false")
        boolean dryRun,

        @Schema(description = "Whether points are granted.", examples = "true")
        boolean earned,

        Judgement judgement,

        @Schema(description = "The transactions made, one per rule that granted points; none in a dry run.")
        List<Credit> transactions) {

    /** One transaction. */
    @Schema(name = "Credit", description = "Points credited by one rule.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Credit(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110008")
            UUID transactionId,

            @Schema(description = "Key of the rule.", examples = "household-payments")
            String rule,

            @Schema(description = "Code of the currency of points.", examples = "POINTS")
            String currency,

            @Schema(description = "Points credited.", examples = "12")
            long points,

            @Schema(description = "Points by the rule, before caps.", examples = "12")
            long wished,

            @Schema(description = "Whether they wait for activation.", examples = "false")
            boolean pending,

            @Schema(
                    description = "The velocity rule that holds them until they are reviewed; absent for none.",
                    examples = "many-payments")
            @Nullable
            String heldBy,

            @Schema(description = "First instant they can no longer be spent; absent when they do not expire.")
            @Nullable
            Instant expiresAt,

            @Schema(description = "Points the member can spend after it.", examples = "512")
            long available) {

        static Credit from(Credited credited) {
            return new Credit(
                    credited.transactionId(),
                    credited.rule(),
                    credited.currency(),
                    credited.points(),
                    credited.wished(),
                    credited.pending(),
                    credited.heldBy(),
                    credited.expiresAt(),
                    credited.available());
        }
    }

    static EarningResponse from(Outcome outcome) {
        return new EarningResponse(
                false,
                !outcome.credited().isEmpty(),
                outcome.judgement(),
                outcome.credited().stream().map(Credit::from).toList());
    }

    /** What would have been, after all was taken back. */
    static EarningResponse dryRun(Outcome outcome) {
        return new EarningResponse(true, !outcome.credited().isEmpty(), outcome.judgement(), List.of());
    }
}
