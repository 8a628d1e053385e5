package io.clientele.accountplan.wallet.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.rates.Quote;
import io.clientele.accountplan.wallet.ShareOfWallet;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "ShareOfWallet",
        description = "Our share of what is spent on banking: totals are the sums of the cells, to the cent.")
record ShareResponse(
        @Schema(description = "By product line and country.")
        List<WalletCell> cells,

        @Schema(description = "Our revenue.") Money ours,
        @Schema(description = "What is spent with anybody.") Money wallet,
        @Schema(description = "What is left to win.") Money whiteSpace,

        @Schema(
                description = "ours / wallet; absent without a wallet.",
                type = SchemaType.STRING,
                examples = "0.250000")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal share,

        @Schema(description = "Why it is absent: `no-estimate`.", examples = "no-estimate") @Nullable
        String reason,

        @Schema(description = "The quotations used.") List<Quote> rates) {
    static ShareResponse from(ShareOfWallet share) {
        return new ShareResponse(
                share.cells().stream().map(WalletCell::from).toList(),
                share.ours(),
                share.wallet(),
                share.whiteSpace(),
                share.share(),
                share.share() == null ? "no-estimate" : null,
                share.rates());
    }
}
