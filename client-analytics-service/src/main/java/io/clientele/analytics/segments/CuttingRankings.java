package io.clientele.analytics.segments;

import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.evaluation.Inputs;
import io.clientele.analytics.segments.evaluation.Ranked;
import io.clientele.analytics.segments.evaluation.References;
import io.clientele.analytics.segments.membership.ActiveSegment;
import io.clientele.analytics.segments.membership.BankSettings;
import io.clientele.analytics.segments.membership.ClientHistories;
import io.clientele.analytics.segments.membership.ClientRanges;
import io.clientele.analytics.segments.membership.CutPointTable;
import io.clientele.analytics.segments.membership.CutPointTable.Computation;
import io.clientele.analytics.segments.membership.CutPointTable.Group;
import io.clientele.analytics.segments.membership.ReferenceChanges;
import io.clientele.analytics.segments.membership.ReferenceInputs;
import io.clientele.analytics.segments.membership.RulesInForce;
import io.clientele.analytics.segments.rules.Ranking;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import io.clientele.analytics.segments.rules.Share;
import io.clientele.analytics.statistics.Quantiles;
import io.clientele.platform.background.OneReplica;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Computes the cut points of rankings: at once for a ranking or quantile that comes into force, again when the schedule says
 * so. Everybody is judged anew by them. Rankings read one client after the other and hold one value of each in memory.
 */
@ApplicationScoped
public class CuttingRankings {

    private static final int CLIENTS_AT_ONCE = 1_000;

    private final Segments segments;
    private final RulesInForce rulesInForce;
    private final CutPointTable cutPoints;
    private final ReferenceChanges changes;
    private final ClientRanges clients;
    private final ClientHistories histories;
    private final ReferenceInputs references;
    private final BankSettings bank;
    private final CutPointSettings settings;
    private final OneReplica oneReplica;
    private final Clock clock;

    CuttingRankings(
            Segments segments,
            RulesInForce rulesInForce,
            CutPointTable cutPoints,
            ReferenceChanges changes,
            ClientRanges clients,
            ClientHistories histories,
            ReferenceInputs references,
            BankSettings bank,
            CutPointSettings settings,
            OneReplica oneReplica,
            Clock clock) {
        this.segments = segments;
        this.rulesInForce = rulesInForce;
        this.cutPoints = cutPoints;
        this.changes = changes;
        this.clients = clients;
        this.histories = histories;
        this.references = references;
        this.bank = bank;
        this.settings = settings;
        this.oneReplica = oneReplica;
        this.clock = clock;
    }

    /** Cuts one ranking that is due; false when none is, or another replica is at it. */
    @Transactional
    public boolean cutDue() {
        if (!oneReplica.mayDo("segment-cut-points")) {
            return false;
        }
        Map<Ranking, Set<BigDecimal>> inForce = new HashMap<>();
        rulesInForce
                .read()
                .inOrder()
                .forEach(segment -> RuleInputs.rankings(segment.rule())
                        .forEach((ranking, quantiles) -> inForce.computeIfAbsent(ranking, first -> new HashSet<>())
                                .addAll(quantiles)));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<Ranking, Computation> newest = new HashMap<>();
        cutPoints.of(inForce.keySet()).forEach(computation -> newest.put(computation.ranking(), computation));
        for (Map.Entry<Ranking, Set<BigDecimal>> ranking : inForce.entrySet()) {
            Computation last = newest.get(ranking.getKey());
            if (last == null || isDue(last, ranking.getValue(), now)) {
                cutPoints.add(compute(ranking.getKey(), ranking.getValue(), now));
                changes.concern(rule -> RuleInputs.rankings(rule).containsKey(ranking.getKey()));
                return true;
            }
        }
        return false;
    }

    private boolean isDue(Computation last, Set<BigDecimal> quantiles, Instant now) {
        boolean old = !last.asOf().plus(settings.every()).isAfter(now);
        return old
                || last.groups().values().stream()
                        .anyMatch(group -> !group.cuts().keySet().containsAll(quantiles));
    }

    /**
     * The computations of the rankings a segment's rule in force cuts, the newest first.
     *
     * @throws ProblemException 404
     */
    @Transactional
    public List<Computation> of(UUID segmentId) {
        segments.get(segmentId);
        ActiveSegment segment = rulesInForce.read().find(segmentId);
        return segment == null
                ? List.of()
                : cutPoints.of(RuleInputs.rankings(segment.rule()).keySet()).reversed();
    }

    /** The cut points as of an instant; nothing is kept. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Computation compute(Ranking ranking, Set<BigDecimal> quantiles, Instant at) {
        Rule asRule = new Rule.Percentile(ranking, new Share.Top(BigDecimal.ONE));
        References inputs = references.load(List.of(asRule), List.of());
        Map<String, List<BigDecimal>> values = new HashMap<>();
        long undetermined = 0;
        List<String> ids = clients.after("", CLIENTS_AT_ONCE);
        while (!ids.isEmpty()) {
            for (ClientHistory client : histories.load(ids, List.of(asRule), at)) {
                Ranked.Place place = Ranked.place(ranking, client, new Inputs(bank.zone(), Set.of(), inputs), at);
                if (place != null && place.value() != null) {
                    values.computeIfAbsent(place.group(), first -> new ArrayList<>())
                            .add(place.value());
                } else if (place != null && place.error() != null) {
                    undetermined++;
                }
            }
            ids = clients.after(ids.getLast(), CLIENTS_AT_ONCE);
        }
        Map<String, Group> groups = new HashMap<>();
        values.forEach((name, ranked) -> groups.put(name, group(ranked, quantiles)));
        long ranked = groups.values().stream().mapToLong(Group::clients).sum();
        return new Computation(ranking, 1, at, ranked, undetermined, groups);
    }

    private static Group group(List<BigDecimal> values, Set<BigDecimal> quantiles) {
        values.sort(Comparator.naturalOrder());
        Map<BigDecimal, BigDecimal> cuts = new HashMap<>();
        quantiles.forEach(percent -> cuts.put(percent, Quantiles.type7(values, percent)));
        return new Group(values.size(), cuts);
    }
}
