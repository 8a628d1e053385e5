package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Ranking;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The dated reference inputs of an evaluation: what is neither in a client's history nor decided by a segment.
 *
 * @param rates by which amounts are converted
 * @param cutPoints of rankings
 * @param lists uploaded ones, by id
 * @param scores that models give, by the model's id
 */
public record References(
        Rates rates,
        Map<Ranking, Dated<CutPoints>> cutPoints,
        Map<UUID, Dated<ClientList>> lists,
        Map<UUID, Dated<ModelScores>> scores) {

    /** None of any kind. */
    public static final References NONE = new References(Rates.NONE);

    /** Rates alone. */
    public References(Rates rates) {
        this(rates, Map.of(), Map.of(), Map.of());
    }

    /** With these cut points in force at any time, in place of those kept. */
    public References with(Map<Ranking, CutPoints> atAnyTime) {
        Map<Ranking, Dated<CutPoints>> replaced = new HashMap<>(cutPoints);
        atAnyTime.forEach((ranking, cut) -> replaced.put(ranking, new Dated<>(Map.of(Instant.MIN, cut))));
        return new References(rates, replaced, lists, scores);
    }

    Dated<CutPoints> cutPoints(Ranking ranking) {
        return cutPoints.getOrDefault(ranking, Dated.none());
    }

    Dated<ModelScores> scores(UUID model) {
        return scores.getOrDefault(model, Dated.none());
    }

    Dated<ClientList> list(UUID id) {
        return lists.getOrDefault(id, Dated.none());
    }
}
