package io.clientele.accountplan.wallet.api;

import io.clientele.accountplan.wallet.Confidence;
import io.clientele.accountplan.wallet.Holder;
import io.clientele.accountplan.wallet.WalletEstimate;
import io.clientele.accountplan.wallet.WalletEstimateTerms;
import io.clientele.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WalletEstimate", description = "A wallet estimate.")
record WalletEstimateResponse(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "Code of the product line.", examples = "cash-management")
        String productLine,

        @Schema(description = "Country, ISO 3166-1 alpha-2.", examples = "CZ")
        String geography,

        @Schema(description = "Who has the business.") Holder holder,

        @Schema(
                description = "The competitor who has it; required with holder COMPETITOR, and only there.",
                examples = "Banka A")
        @Nullable
        String competitor,

        @Schema(description = "What the client spends on it in a year.")
        Money spend,

        @Schema(description = "Whether we cannot get it: it is no white space.")
        boolean blocked,

        @Schema(description = "How it was estimated.", examples = "Interview with the treasurer")
        String method,

        @Schema(description = "How sure it is.") Confidence confidence,

        @Schema(description = "Day of the estimate.", examples = "2026-01-15")
        LocalDate estimatedOn,

        @Schema(description = "Who added it.", examples = "rm-novak")
        String createdBy,

        @Schema(description = "When it was added.") Instant createdAt,

        @Schema(description = "Who changed it last.", examples = "rm-novak")
        String changedBy,

        @Schema(description = "When it was changed last.") Instant changedAt) {
    static WalletEstimateResponse from(WalletEstimate walletEstimate) {
        WalletEstimateTerms terms = walletEstimate.terms();
        return new WalletEstimateResponse(
                walletEstimate.id(),
                walletEstimate.clientId(),
                terms.productLine(),
                terms.geography(),
                terms.holder(),
                terms.competitor(),
                new Money(terms.spend(), Currency.getInstance(terms.spendCurrency())),
                terms.blocked(),
                terms.method(),
                terms.confidence(),
                terms.estimatedOn(),
                walletEstimate.createdBy(),
                walletEstimate.createdAt(),
                walletEstimate.changedBy(),
                walletEstimate.changedAt());
    }
}
