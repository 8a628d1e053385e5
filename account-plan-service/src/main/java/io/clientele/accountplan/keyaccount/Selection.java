package io.clientele.accountplan.keyaccount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Chooses the key accounts among the candidates. Whoever is one already is ranked with the margin between entry and exit
 * score added, which lets it stay down to the exit score and keeps its place against a newcomer who is hardly better. A
 * manager's capacity goes first to what overrides, other models and unscored key accounts take, then by rank; equal ranks by
 * client number. The same candidates always give the same outcome.
 */
final class Selection {

    private static final Comparator<Contender> BY_RANK = Comparator.comparing(Contender::rank)
            .reversed()
            .thenComparing(each -> each.client().clientId());

    private final ModelTerms terms;
    private final List<Judgement> judgements = new ArrayList<>();
    private final Map<String, List<Contender>> contenders = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    private Selection(ModelTerms terms) {
        this.terms = terms;
    }

    private record Contender(Candidate client, Score score, Explanation explanation, BigDecimal rank) {}

    /** Judges every candidate once, in the order of client numbers. */
    static List<Judgement> of(ModelTerms terms, List<Candidate> candidates) {
        Selection selection = new Selection(terms);
        candidates.forEach(selection::consider);
        selection.contenders.forEach(selection::choose);
        selection.judgements.sort(Comparator.comparing(Judgement::clientId));
        return selection.judgements;
    }

    private void consider(Candidate client) {
        Score score = Score.of(terms.criteria(), client);
        Explanation explanation =
                new Explanation(terms.gates().findings(client), score.parts(), client.incumbent(), client.override());
        BigDecimal total = score.total();
        boolean included = client.override() == OverrideKind.INCLUDE;
        if (client.override() == OverrideKind.EXCLUDE) {
            judge(client, Outcome.EXCLUDED, score, explanation);
        } else if (!explanation.gates().stream().allMatch(Gates.Finding::passed)) {
            judge(client, Outcome.GATED, score, explanation);
        } else if (client.held()) {
            take(client);
            judge(client, Outcome.HELD, score, explanation);
        } else if (total == null) {
            if (included || client.incumbent()) {
                take(client);
            }
            judge(client, included ? Outcome.INCLUDED : Outcome.NOT_SCORED, score, explanation);
        } else {
            BigDecimal rank = client.incumbent() ? total.add(terms.entryScore().subtract(terms.exitScore())) : total;
            boolean qualifies = rank.compareTo(terms.entryScore()) >= 0;
            if (included) {
                take(client);
                judge(client, qualifies ? Outcome.SELECTED : Outcome.INCLUDED, score, explanation);
            } else if (qualifies) {
                contenders
                        .computeIfAbsent(Objects.requireNonNull(client.manager()), manager -> new ArrayList<>())
                        .add(new Contender(client, score, explanation, rank));
            } else {
                judge(client, Outcome.BELOW_THRESHOLD, score, explanation);
            }
        }
    }

    private void choose(String manager, List<Contender> own) {
        own.sort(BY_RANK);
        int left = Math.max(0, terms.capacityPerManager() - taken.getOrDefault(manager, 0));
        for (int i = 0; i < own.size(); i++) {
            Contender each = own.get(i);
            judge(each.client(), i < left ? Outcome.SELECTED : Outcome.OVER_CAPACITY, each.score(), each.explanation());
        }
    }

    private void take(Candidate client) {
        taken.merge(Objects.requireNonNull(client.manager()), 1, Integer::sum);
    }

    private void judge(Candidate client, Outcome outcome, Score score, Explanation explanation) {
        judgements.add(new Judgement(client.clientId(), client.manager(), outcome, score.total(), explanation));
    }
}
