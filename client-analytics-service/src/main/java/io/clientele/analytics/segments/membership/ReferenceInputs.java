package io.clientele.analytics.segments.membership;

import io.clientele.analytics.lists.ListVersions;
import io.clientele.analytics.rates.FxRates;
import io.clientele.analytics.segments.evaluation.ClientList;
import io.clientele.analytics.segments.evaluation.Dated;
import io.clientele.analytics.segments.evaluation.Rates;
import io.clientele.analytics.segments.evaluation.References;
import io.clientele.analytics.segments.rules.Ranking;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import io.clientele.platform.rates.FxSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Loads the reference inputs that rules need, as the transaction in progress sees them. Rules without any cost nothing. */
@ApplicationScoped
public class ReferenceInputs {

    private final FxRates fxRates;
    private final FxSettings fx;
    private final CutPointTable cutPoints;
    private final ListVersions lists;
    private volatile Known known = new Known(-1, Rates.NONE);

    ReferenceInputs(FxRates fxRates, FxSettings fx, CutPointTable cutPoints, ListVersions lists) {
        this.fxRates = fxRates;
        this.fx = fx;
        this.cutPoints = cutPoints;
        this.lists = lists;
    }

    private record Known(long revision, Rates rates) {}

    /** What {@code rules} need to judge these clients. */
    @Transactional(Transactional.TxType.MANDATORY)
    public References load(Collection<Rule> rules, Collection<String> clientIds) {
        Rates rates = rules.stream().anyMatch(RuleInputs::converts) ? rates() : Rates.NONE;
        Set<Ranking> rankings = new HashSet<>();
        Set<UUID> listIds = new HashSet<>();
        rules.forEach(rule -> {
            rankings.addAll(RuleInputs.rankings(rule).keySet());
            listIds.addAll(RuleInputs.lists(rule));
        });
        return new References(rates, cutPoints.dated(rankings), listed(listIds, clientIds));
    }

    private Map<UUID, Dated<ClientList>> listed(Set<UUID> listIds, Collection<String> clientIds) {
        Map<UUID, Map<Instant, ClientList>> versions = new HashMap<>();
        if (!listIds.isEmpty()) {
            lists.listed(listIds, clientIds)
                    .forEach(version -> versions.computeIfAbsent(version.listId(), first -> new HashMap<>())
                            .put(version.inForceFrom(), new ClientList(version.number(), version.clientIds())));
        }
        Map<UUID, Dated<ClientList>> dated = new HashMap<>();
        versions.forEach((id, byDate) -> dated.put(id, new Dated<>(byDate)));
        return dated;
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
