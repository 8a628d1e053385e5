package io.clientele.accountplan.figures;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.budget.Performance;
import io.clientele.accountplan.credit.Exposure;
import io.clientele.accountplan.returns.ClientReturn;
import io.clientele.accountplan.wallet.ShareOfWallet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money side of a plan at one moment, with the rates that were used.
 *
 * @param on the day
 * @param currency ISO 4217 code of every figure
 * @param companies client numbers of the companies counted
 * @param missing why there are no figures: the detail of what refused them; null where there are
 * @param raroc of the relationship as a whole; null without capital, or without figures
 * @param hurdle return on capital the bank asks for
 */
public record PlanFigures(
        LocalDate on,
        String currency,
        List<String> companies,
        @Nullable String missing,
        @Nullable Exposure exposure,
        @Nullable ClientReturn returns,

        @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal raroc,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal hurdle,
        @Nullable ShareOfWallet wallet,
        @Nullable Performance budget) {

    public PlanFigures {
        companies = List.copyOf(companies);
    }
}
