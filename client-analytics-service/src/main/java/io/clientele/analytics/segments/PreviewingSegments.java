package io.clientele.analytics.segments;

import io.clientele.analytics.consents.ConsentBook;
import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.evaluation.CutPoints;
import io.clientele.analytics.segments.evaluation.Evaluator;
import io.clientele.analytics.segments.evaluation.Inputs;
import io.clientele.analytics.segments.evaluation.References;
import io.clientele.analytics.segments.evaluation.Verdict;
import io.clientele.analytics.segments.membership.BankSettings;
import io.clientele.analytics.segments.membership.ClientHistories;
import io.clientele.analytics.segments.membership.ClientRanges;
import io.clientele.analytics.segments.membership.CutPointTable;
import io.clientele.analytics.segments.membership.Memberships;
import io.clientele.analytics.segments.membership.Overlaps;
import io.clientele.analytics.segments.membership.ReferenceInputs;
import io.clientele.analytics.segments.rules.Ranking;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a rule would let in, before anybody approves it: everybody is judged, nothing is kept. */
@ApplicationScoped
public class PreviewingSegments {

    private static final int CLIENTS_AT_ONCE = 1_000;

    private final ClientRanges clients;
    private final ClientHistories histories;
    private final ReferenceInputs references;
    private final Memberships memberships;
    private final SegmentReferences otherSegments;
    private final CuttingRankings cutting;
    private final Overlaps overlaps;
    private final ConsentBook consents;
    private final BankSettings bank;
    private final Clock clock;

    PreviewingSegments(
            ClientRanges clients,
            ClientHistories histories,
            ReferenceInputs references,
            Memberships memberships,
            SegmentReferences otherSegments,
            CuttingRankings cutting,
            Overlaps overlaps,
            ConsentBook consents,
            BankSettings bank,
            Clock clock) {
        this.clients = clients;
        this.histories = histories;
        this.references = references;
        this.memberships = memberships;
        this.otherSegments = otherSegments;
        this.cutting = cutting;
        this.overlaps = overlaps;
        this.consents = consents;
        this.bank = bank;
        this.clock = clock;
    }

    /**
     * What a rule says of everybody.
     *
     * @param asOf the instant judged
     * @param clients how many clients were judged
     * @param members how many the rule lets in, exactly
     * @param undetermined how many cannot be told, because an input is in error
     * @param error the error of one of these; null = none
     * @param sample some of the members, always the same for equal members
     * @param overlap the segments some of them were in, most first
     * @param excluded how many may not be contacted for want of consent; null = not asked
     */
    public record Preview(
            Instant asOf,
            long clients,
            long members,
            long undetermined,
            @Nullable String error,
            List<String> sample,
            List<Overlaps.Shared> overlap,
            @Nullable Long excluded) {}

    /** What contacting the members would be for; {@code channel} null = any. */
    public record Contact(String purpose, @Nullable String channel) {}

    /** Judges everybody at {@code asOf}, null = now. */
    @Transactional
    public Preview preview(Rule rule, @Nullable Instant asOf, int sampleSize, @Nullable Contact contact) {
        ActivityVocabulary.check(rule);
        otherSegments.check(null, rule);
        Instant at = asOf == null ? clock.instant() : asOf;
        Count count = new Count(sampleSize);
        Map<UUID, Long> shared = new HashMap<>();
        long consented = 0;
        Map<Ranking, CutPoints> cut = cut(rule, at);
        List<String> ids = clients.after("", CLIENTS_AT_ONCE);
        while (!ids.isEmpty()) {
            Map<String, Set<UUID>> memberOf = memberOf(rule, ids, at);
            References loaded = references.load(List.of(rule), ids).with(cut);
            for (ClientHistory client : histories.load(ids, List.of(rule), at)) {
                Inputs inputs = new Inputs(bank.zone(), memberOf.getOrDefault(client.clientId(), Set.of()), loaded);
                count.add(client.clientId(), Evaluator.judge(rule, client, inputs, at));
            }
            List<String> members = count.takeMembers();
            overlaps.among(members, at).forEach((segment, common) -> shared.merge(segment, common, Long::sum));
            consented += contact == null ? 0 : consented(members, contact);
            ids = clients.after(ids.getLast(), CLIENTS_AT_ONCE);
        }
        Long excluded = contact == null ? null : count.members - consented;
        return count.preview(at, overlaps.named(shared), excluded);
    }

    private long consented(List<String> members, Contact contact) {
        return consents.ofAll(members).values().stream()
                .filter(said -> said.allows(contact.purpose(), contact.channel()))
                .count();
    }

    /** The cut points the rule would have if it took effect then. */
    private Map<Ranking, CutPoints> cut(Rule rule, Instant at) {
        Map<Ranking, CutPoints> cut = new HashMap<>();
        RuleInputs.rankings(rule)
                .forEach((ranking, quantiles) ->
                        cut.put(ranking, CutPointTable.cutPoints(cutting.compute(ranking, quantiles, at))));
        return cut;
    }

    private Map<String, Set<UUID>> memberOf(Rule rule, List<String> ids, Instant at) {
        Set<UUID> segments = RuleInputs.segments(rule);
        Map<String, Set<UUID>> memberOf = new HashMap<>();
        if (!segments.isEmpty()) {
            memberships
                    .of(ids, segments, at)
                    .forEach(stay -> memberOf.computeIfAbsent(stay.clientId(), first -> new HashSet<>())
                            .add(stay.segmentId()));
        }
        return memberOf;
    }

    private static final class Count {

        /** Mixes neighbouring client numbers, so that the sample is not the oldest clients. */
        private static final Comparator<String> SCATTERED = Comparator.<String>comparingInt(
                        id -> id.hashCode() * 0x9E3779B1)
                .thenComparing(Comparator.naturalOrder());

        private final int sampleSize;
        private final TreeSet<String> sample = new TreeSet<>(SCATTERED);
        private List<String> fresh = new ArrayList<>();
        private long clients;
        private long members;
        private long undetermined;
        private @Nullable String error;

        Count(int sampleSize) {
            this.sampleSize = sampleSize;
        }

        void add(String clientId, Verdict verdict) {
            clients++;
            switch (verdict.outcome()) {
                case HOLDS -> {
                    members++;
                    fresh.add(clientId);
                    sample.add(clientId);
                    if (sample.size() > sampleSize) {
                        sample.pollLast();
                    }
                }
                case FAILS -> {}
                case UNDETERMINED -> {
                    undetermined++;
                    error = error == null ? verdict.errors().findFirst().orElse(null) : error;
                }
            }
        }

        /** The members found since this was last asked. */
        List<String> takeMembers() {
            List<String> taken = fresh;
            fresh = new ArrayList<>();
            return taken;
        }

        Preview preview(Instant at, List<Overlaps.Shared> overlap, @Nullable Long excluded) {
            return new Preview(
                    at,
                    clients,
                    members,
                    undetermined,
                    error,
                    sample.stream().sorted().toList(),
                    overlap,
                    excluded);
        }
    }
}
