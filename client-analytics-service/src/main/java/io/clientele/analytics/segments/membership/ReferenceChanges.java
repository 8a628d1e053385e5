package io.clientele.analytics.segments.membership;

import io.clientele.analytics.lists.ListUploaded;
import io.clientele.analytics.rates.RatesQuoted;
import io.clientele.analytics.scores.ScoresPublished;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/** Has everybody computed anew by the rules whose reference inputs change, in the transaction of the change. */
@ApplicationScoped
public class ReferenceChanges {

    private final RulesInForce rulesInForce;
    private final RuleChanges ruleChanges;
    private final Calculations calculations;
    private final Clock clock;

    ReferenceChanges(RulesInForce rulesInForce, RuleChanges ruleChanges, Calculations calculations, Clock clock) {
        this.rulesInForce = rulesInForce;
        this.ruleChanges = ruleChanges;
        this.calculations = calculations;
        this.clock = clock;
    }

    void quoted(@Observes RatesQuoted rates) {
        concern(RuleInputs::converts);
    }

    void uploaded(@Observes ListUploaded list) {
        concern(rule -> RuleInputs.lists(rule).contains(list.listId()));
    }

    void published(@Observes ScoresPublished scores) {
        concern(rule -> RuleInputs.models(rule).contains(scores.modelId()));
    }

    /** The inputs of these rules have changed. A rule that takes effect meanwhile is computed by the new ones. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void concern(Predicate<Rule> rules) {
        ruleChanges.begin();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rulesInForce.read().inOrder().stream()
                .filter(segment -> rules.test(segment.rule()))
                .forEach(segment ->
                        calculations.begin(segment.id(), segment.version(), CalculationKind.REFERENCES, now));
    }
}
