package io.clientele.accountplan.wallet.api;

import io.clientele.accountplan.wallet.Confidence;
import io.clientele.accountplan.wallet.Holder;
import io.clientele.accountplan.wallet.WalletEstimateTerms;
import io.clientele.contracts.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WalletEstimateRequest", description = "A wallet estimate to be kept.")
record WalletEstimateRequest(
        @NotBlank
        @Size(max = 40)
        @Schema(description = "Code of the product line.", examples = "cash-management", required = true)
        String productLine,

        @NotBlank
        @Pattern(regexp = "[A-Z]{2}")
        @Schema(description = "Country, ISO 3166-1 alpha-2.", examples = "CZ", required = true)
        String geography,

        @NotNull @Schema(description = "Who has the business.", required = true)
        Holder holder,

        @Size(max = 200)
        @Schema(
                description = "The competitor who has it; required with holder COMPETITOR, and only there.",
                examples = "Banka A")
        @Nullable
        String competitor,

        @NotNull @Schema(description = "What the client spends on it in a year.", required = true)
        Money spend,

        @Schema(description = "Whether we cannot get it: it is no white space.", required = true)
        boolean blocked,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "How it was estimated.", examples = "Interview with the treasurer", required = true)
        String method,

        @NotNull @Schema(description = "How sure it is.", required = true)
        Confidence confidence,

        @NotNull @Schema(description = "Day of the estimate.", examples = "2026-01-15", required = true)
        LocalDate estimatedOn) {
    WalletEstimateTerms terms() {
        return new WalletEstimateTerms(
                productLine,
                geography,
                holder,
                competitor,
                spend.amount(),
                spend.currency().getCurrencyCode(),
                blocked,
                method,
                confidence,
                estimatedOn);
    }
}
