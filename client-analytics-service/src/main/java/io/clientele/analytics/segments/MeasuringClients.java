package io.clientele.analytics.segments;

import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.evaluation.Evaluator;
import io.clientele.analytics.segments.evaluation.Inputs;
import io.clientele.analytics.segments.evaluation.Ranked;
import io.clientele.analytics.segments.evaluation.References;
import io.clientele.analytics.segments.evaluation.Verdict;
import io.clientele.analytics.segments.membership.BankSettings;
import io.clientele.analytics.segments.membership.ClientHistories;
import io.clientele.analytics.segments.membership.ClientRanges;
import io.clientele.analytics.segments.membership.ReferenceInputs;
import io.clientele.analytics.segments.rules.InvalidRule;
import io.clientele.analytics.segments.rules.Ranking;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Measures every client as rules do, for models: by the same language, evaluator and reference inputs. */
@ApplicationScoped
public class MeasuringClients {

    private static final int CLIENTS_AT_ONCE = 1_000;

    private final ClientRanges clients;
    private final ClientHistories histories;
    private final ReferenceInputs references;
    private final BankSettings bank;

    MeasuringClients(ClientRanges clients, ClientHistories histories, ReferenceInputs references, BankSettings bank) {
        this.clients = clients;
        this.histories = histories;
        this.references = references;
        this.bank = bank;
    }

    /** The time zone of the bank's calendar. */
    public ZoneId zone() {
        return bank.zone();
    }

    /**
     * Passes when a measure names nothing that no activity can have.
     *
     * @throws InvalidRule 422, with pointers inside {@code events}
     */
    public void check(Rule.Events measure) {
        ActivityVocabulary.check(measure);
    }

    /** Passes as {@link #check(Rule.Events)}, for a value clients are ranked by. */
    public void check(Ranking.Of value) {
        ActivityVocabulary.check(ranked(value));
    }

    /** What a measure says of each client at an instant, in order of the client number. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void judgeAll(Rule.Events measure, Instant at, BiConsumer<String, Verdict.OfEvents> each) {
        forEach(
                List.of(measure),
                at,
                (client, inputs) -> each.accept(
                        client.clientId(), (Verdict.OfEvents) Evaluator.judge(measure, client, inputs, at)));
    }

    /**
     * The values of each client at an instant, in order of the client number.
     *
     * @param values by name
     * @param each takes a client's values; one the client has not is absent, with its error if there is one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void measureAll(Map<String, Ranking.Of> values, Instant at, BiConsumer<String, Measured> each) {
        List<Rule> rules =
                values.values().stream().<Rule>map(MeasuringClients::ranked).toList();
        forEach(rules, at, (client, inputs) -> {
            Map<String, BigDecimal> measured = new HashMap<>();
            String error = null;
            for (Map.Entry<String, Ranking.Of> value : values.entrySet()) {
                Ranked.Place place = Ranked.place(new Ranking(value.getValue(), null), client, inputs, at);
                if (place != null && place.value() != null) {
                    measured.put(value.getKey(), place.value());
                } else if (place != null && error == null) {
                    error = place.error();
                }
            }
            each.accept(client.clientId(), new Measured(measured, error));
        });
    }

    /** Values of a client by name, and why one cannot be told; null = nothing is in error. */
    public record Measured(
            Map<String, BigDecimal> values, @Nullable String error) {}

    private void forEach(Collection<Rule> rules, Instant at, BiConsumer<ClientHistory, Inputs> each) {
        for (List<String> ids = clients.after("", CLIENTS_AT_ONCE);
                !ids.isEmpty();
                ids = clients.after(ids.getLast(), CLIENTS_AT_ONCE)) {
            References loaded = references.load(rules, ids);
            Inputs inputs = new Inputs(bank.zone(), Set.of(), loaded);
            histories.load(ids, rules, at).stream()
                    .sorted(java.util.Comparator.comparing(ClientHistory::clientId))
                    .forEach(client -> each.accept(client, inputs));
        }
    }

    private static Rule.Percentile ranked(Ranking.Of value) {
        return new Rule.Percentile(new Ranking(value, null), new Share.Top(BigDecimal.ONE));
    }
}
