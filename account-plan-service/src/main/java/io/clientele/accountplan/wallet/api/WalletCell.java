package io.clientele.accountplan.wallet.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.wallet.ShareOfWallet;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WalletCell", description = "Our share of one product line in one country.")
record WalletCell(
        @Schema(description = "Code of the product line.", examples = "cash-management")
        String productLine,

        @Schema(description = "Country, ISO 3166-1 alpha-2; ZZ where the domicile is not known.", examples = "CZ")
        String geography,

        @Schema(description = "Our revenue of the twelve whole months before the day.")
        Money ours,

        @Schema(description = "What is spent with anybody in a year, as estimated.")
        Money wallet,

        @Schema(description = "What of it we cannot get.") Money blocked,

        @Schema(description = "max(0, wallet - blocked - ours).")
        Money whiteSpace,

        @Schema(
                description = "ours / wallet; absent without an estimate.",
                type = SchemaType.STRING,
                examples = "0.250000")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal share,

        @Schema(description = "Whether we have more than the whole wallet: the estimate is too low.")
        boolean overEstimate) {
    static WalletCell from(ShareOfWallet.Slot slot) {
        return new WalletCell(
                slot.place().productLine(),
                slot.place().geography(),
                slot.ours(),
                slot.wallet(),
                slot.blocked(),
                slot.whiteSpace(),
                slot.share(),
                slot.overEstimate());
    }
}
