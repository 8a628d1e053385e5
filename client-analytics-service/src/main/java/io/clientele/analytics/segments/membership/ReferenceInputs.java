package io.clientele.analytics.segments.membership;

import io.clientele.analytics.rates.FxRates;
import io.clientele.analytics.segments.evaluation.Rates;
import io.clientele.analytics.segments.evaluation.References;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import io.clientele.platform.rates.FxSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;

/** Loads the reference inputs that rules need, as the transaction in progress sees them. Rules without any cost nothing. */
@ApplicationScoped
public class ReferenceInputs {

    private final FxRates fxRates;
    private final FxSettings fx;
    private volatile Known known = new Known(-1, Rates.NONE);

    ReferenceInputs(FxRates fxRates, FxSettings fx) {
        this.fxRates = fxRates;
        this.fx = fx;
    }

    private record Known(long revision, Rates rates) {}

    /** What {@code rules} need to judge clients. */
    @Transactional(Transactional.TxType.MANDATORY)
    public References load(Collection<Rule> rules) {
        return rules.stream().anyMatch(RuleInputs::converts) ? new References(rates()) : References.NONE;
    }

    /** Read once per revision. The revision is read first: rates that come meanwhile are at worst read again. */
    private Rates rates() {
        long revision = fxRates.revision();
        Known last = known;
        if (last.revision() != revision) {
            last = new Known(revision, new Rates(fxRates.referenceCurrency(), fx.maxAgeDays(), fxRates.all()));
            known = last;
        }
        return last.rates();
    }
}
