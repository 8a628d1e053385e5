package io.clientele.analytics.segments.membership;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.analytics.lists.ListVersions;
import io.clientele.analytics.rates.FxRates;
import io.clientele.analytics.scores.Scores;
import io.clientele.analytics.segments.evaluation.ClientList;
import io.clientele.analytics.segments.evaluation.Dated;
import io.clientele.analytics.segments.evaluation.ModelScores;
import io.clientele.analytics.segments.evaluation.Rates;
import io.clientele.analytics.segments.evaluation.References;
import io.clientele.analytics.segments.rules.Ranking;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import io.clientele.analytics.segments.rules.Value;
import io.clientele.analytics.segments.rules.ValueJson;
import io.clientele.platform.rates.FxSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Loads the reference inputs that rules need, as the transaction in progress sees them. Rules without any cost nothing. */
@ApplicationScoped
public class ReferenceInputs {

    private final FxRates fxRates;
    private final FxSettings fx;
    private final CutPointTable cutPoints;
    private final ListVersions lists;
    private final Scores scores;
    private volatile Known known = new Known(-1, Rates.NONE);

    ReferenceInputs(FxRates fxRates, FxSettings fx, CutPointTable cutPoints, ListVersions lists, Scores scores) {
        this.fxRates = fxRates;
        this.fx = fx;
        this.cutPoints = cutPoints;
        this.lists = lists;
        this.scores = scores;
    }

    private record Known(long revision, Rates rates) {}

    /** What {@code rules} need to judge these clients. */
    @Transactional(Transactional.TxType.MANDATORY)
    public References load(Collection<Rule> rules, Collection<String> clientIds) {
        Rates rates = rules.stream().anyMatch(RuleInputs::converts) ? rates() : Rates.NONE;
        Set<Ranking> rankings = new HashSet<>();
        Set<UUID> listIds = new HashSet<>();
        Set<UUID> modelIds = new HashSet<>();
        rules.forEach(rule -> {
            rankings.addAll(RuleInputs.rankings(rule).keySet());
            listIds.addAll(RuleInputs.lists(rule));
            modelIds.addAll(RuleInputs.models(rule));
        });
        return new References(
                rates, cutPoints.dated(rankings), listed(listIds, clientIds), scored(modelIds, clientIds));
    }

    private Map<UUID, Dated<ModelScores>> scored(Set<UUID> modelIds, Collection<String> clientIds) {
        Map<UUID, Map<Instant, Map<String, Map<String, Value>>>> runs = new HashMap<>();
        if (!modelIds.isEmpty()) {
            // a run that does not know a client is in force for it, too
            scores.runs(modelIds)
                    .forEach(run -> runs.computeIfAbsent(run.modelId(), first -> new HashMap<>())
                            .put(run.inForceFrom(), new HashMap<>()));
            scores.inForce(modelIds, clientIds)
                    .forEach(score -> runs.getOrDefault(score.modelId(), Map.of())
                            .getOrDefault(Objects.requireNonNull(score.inForceFrom()), new HashMap<>())
                            .put(score.clientId(), values(score.scores())));
        }
        Map<UUID, Dated<ModelScores>> dated = new HashMap<>();
        runs.forEach((id, byDate) -> {
            Map<Instant, ModelScores> versions = new HashMap<>();
            byDate.forEach((from, byClient) -> versions.put(from, new ModelScores(byClient)));
            dated.put(id, new Dated<>(versions));
        });
        return dated;
    }

    private static Map<String, Value> values(JsonNode scores) {
        Map<String, Value> values = new HashMap<>();
        scores.properties().forEach(score -> {
            Value value = ValueJson.read(score.getValue());
            if (value != null) {
                values.put(score.getKey(), value);
            }
        });
        return values;
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
