package io.clientele.analytics.segments.membership;

import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.evaluation.References;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.contracts.segments.MembershipCause;
import io.clientele.contracts.segments.SegmentEntered;
import io.clientele.contracts.segments.SegmentLeft;
import io.clientele.platform.events.Events;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Judges clients anew and lets them move: membership, its history, what falls due next and the events commit together.
 * Asked again without anything new it changes nothing. The clients must be locked ({@link ClientLocks}) by the transaction
 * in progress.
 */
@Startup
@ApplicationScoped
class MovingClients {

    private static final Logger LOG = Logger.getLogger(MovingClients.class);

    private final RulesInForce rulesInForce;
    private final ClientHistories histories;
    private final ReferenceInputs references;
    private final Standings standings;
    private final Events events;
    private final BankSettings bank;
    private final MeterRegistry metrics;

    MovingClients(
            RulesInForce rulesInForce,
            ClientHistories histories,
            ReferenceInputs references,
            Standings standings,
            Events events,
            BankSettings bank,
            MeterRegistry metrics) {
        this.rulesInForce = rulesInForce;
        this.histories = histories;
        this.references = references;
        this.standings = standings;
        this.events = events;
        this.bank = bank;
        this.metrics = metrics;
        for (MembershipCause cause : MembershipCause.values()) {
            transitions(true, cause);
            transitions(false, cause);
        }
    }

    /** For the rules in force: which segments of a client are to be judged, and why. */
    interface Occasions {
        Map<UUID, MembershipCause> of(String clientId, ActiveSegments segments);
    }

    /** Judges what has fallen due, then what the occasions name; gives the moves. */
    List<Standings.Moved> move(Collection<String> clientIds, Occasions occasions, Instant now) {
        ActiveSegments segments = rulesInForce.read();
        Map<String, Standing> before = standings.of(clientIds);
        Set<UUID> touched = new HashSet<>();
        Instant earliest = now;
        for (String id : clientIds) {
            touched.addAll(occasions.of(id, segments).keySet());
            for (Map.Entry<UUID, Instant> due :
                    before.getOrDefault(id, Standing.NONE).due().entrySet()) {
                if (!due.getValue().isAfter(now)) {
                    touched.add(due.getKey());
                    earliest = due.getValue().isBefore(earliest) ? due.getValue() : earliest;
                }
            }
        }
        List<Rule> rules = segments.withDependents(touched).stream()
                .map(ActiveSegment::rule)
                .toList();
        List<Standings.Moved> moves = new ArrayList<>();
        List<Standings.Change> changes = new ArrayList<>();
        if (!touched.isEmpty()) {
            References inputs = references.load(rules, clientIds);
            for (ClientHistory client : histories.load(clientIds, rules, earliest)) {
                Standing stood = before.getOrDefault(client.clientId(), Standing.NONE);
                Reassessment.Result result =
                        judge(segments, client, stood, occasions.of(client.clientId(), segments), inputs, now);
                changes.add(new Standings.Change(client.clientId(), stood, result.after()));
                result.moves().forEach(move -> moves.add(new Standings.Moved(client.clientId(), move)));
            }
        }
        standings.keep(changes, now);
        write(moves);
        return moves;
    }

    /** A client on whom judgement itself breaks is shown as undetermined, and does not hold up the others. */
    private Reassessment.Result judge(
            ActiveSegments segments,
            ClientHistory client,
            Standing stood,
            Map<UUID, MembershipCause> occasions,
            References inputs,
            Instant now) {
        try {
            return Reassessment.of(segments, client, stood, occasions, bank.zone(), inputs, now);
        } catch (RuntimeException broken) {
            LOG.error("judgement=broken", broken);
            Set<UUID> concerned = new HashSet<>(occasions.keySet());
            stood.due().forEach((segment, at) -> {
                if (!at.isAfter(now)) {
                    concerned.add(segment);
                }
            });
            return new Reassessment.Result(
                    stood.notJudged(
                            concerned,
                            now,
                            "judgement broke: " + broken.getClass().getSimpleName()),
                    List.of());
        }
    }

    /** Ends the stay of these clients in a segment that is no longer in force. */
    List<Standings.Moved> dissolve(Collection<String> clientIds, RuleVersion last, Instant now) {
        Map<String, Standing> before = standings.of(clientIds);
        List<Standings.Moved> moves = new ArrayList<>();
        List<Standings.Change> changes = new ArrayList<>();
        before.forEach((clientId, stood) -> {
            Instant since = stood.memberSince().get(last.segmentId());
            if (since != null) {
                Instant at = now.isBefore(since) ? since : now;
                moves.add(new Standings.Moved(clientId, new Move(last, false, at, MembershipCause.RULE_CHANGE)));
            }
            changes.add(new Standings.Change(clientId, stood, stood.without(last.segmentId())));
        });
        standings.keep(changes, now);
        write(moves);
        return moves;
    }

    private void write(List<Standings.Moved> moves) {
        standings.move(moves);
        moves.forEach(this::publish);
    }

    private void publish(Standings.Moved moved) {
        Move move = moved.move();
        RuleVersion rule = move.decidedBy();
        String link = "/v1/segments/" + rule.segmentId() + "/members/" + moved.clientId() + "/explanation";
        events.publish(
                move.enters()
                        ? new SegmentEntered(
                                moved.clientId(),
                                rule.segmentId(),
                                rule.segmentName(),
                                rule.number(),
                                move.at(),
                                move.cause(),
                                link)
                        : new SegmentLeft(
                                moved.clientId(),
                                rule.segmentId(),
                                rule.segmentName(),
                                rule.number(),
                                move.at(),
                                move.cause(),
                                link),
                move.at());
        transitions(move.enters(), move.cause()).increment();
    }

    private Counter transitions(boolean enters, MembershipCause cause) {
        return metrics.counter(
                "clientele.segment.transitions", "direction", enters ? "entered" : "left", "cause", cause.name());
    }
}
