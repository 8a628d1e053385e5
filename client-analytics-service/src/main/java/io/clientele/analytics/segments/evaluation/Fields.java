package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.ClientFields;
import io.clientele.analytics.segments.rules.FieldTest;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges an {@code attribute} node. By time alone change the products held, on their opening and closing days, and what
 * is compared with the day it is.
 */
final class Fields {

    private Fields() {}

    static Verdict.OfValue judge(Rule.Attribute rule, ClientHistory client, Inputs inputs, Instant at) {
        ClientFields.Score score = ClientFields.score(rule.path());
        return score == null
                ? judge(rule, client, inputs.zone(), at)
                : judge(rule, score, client.clientId(), inputs, at);
    }

    /** By the run of the model in force; before the first one nobody has a score. */
    private static Verdict.OfValue judge(
            Rule.Attribute rule, ClientFields.Score score, String clientId, Inputs inputs, Instant at) {
        Dated<ModelScores> runs = inputs.references().scores(score.model());
        ModelScores inForce = runs.at(at);
        Value actual = inForce == null ? null : inForce.score(clientId, score.name());
        return new Verdict.OfValue(
                rule, Outcome.of(passes(rule.test(), actual, inputs.zone(), at)), runs.changesAfter(at), actual);
    }

    private static Verdict.OfValue judge(Rule.Attribute rule, ClientHistory client, ZoneId zone, Instant at) {
        if (!rule.path().equals(ClientFields.PRODUCTS)) {
            Value actual = client.fields().get(rule.path());
            LocalDate today = LocalDate.ofInstant(at, zone);
            LocalDate change = Today.firstChange(rule.test(), actual, today);
            return new Verdict.OfValue(
                    rule,
                    Outcome.of(Today.passes(rule.test(), actual, today)),
                    change == null ? null : dayBegins(change, zone),
                    actual);
        }
        Value held = held(client.holdings(), zone, at);
        boolean passes = passes(rule.test(), held, zone, at);
        return new Verdict.OfValue(
                rule, Outcome.of(passes), firstChange(rule.test(), passes, client.holdings(), zone, at), held);
    }

    /** The codes of the products held, each once; null = none. */
    private static @Nullable Value held(List<Holding> holdings, ZoneId zone, Instant at) {
        List<Value> codes = holdings.stream()
                .filter(holding -> holding.runsAt(at, zone))
                .map(Holding::product)
                .distinct()
                .sorted()
                .<Value>map(Value.Text::new)
                .toList();
        return codes.isEmpty() ? null : new Value.Several(codes);
    }

    private static @Nullable Instant firstChange(
            FieldTest test, boolean passes, List<Holding> holdings, ZoneId zone, Instant at) {
        return holdings.stream()
                .flatMap(holding -> Stream.of(holding.openedOn(), holding.closedOn()))
                .filter(Objects::nonNull)
                .map(day -> dayBegins(day, zone))
                .filter(at::isBefore)
                .sorted()
                .filter(later -> passes(test, held(holdings, zone, later), zone, later) != passes)
                .findFirst()
                .orElse(null);
    }

    private static boolean passes(FieldTest test, @Nullable Value actual, ZoneId zone, Instant at) {
        return Today.passes(test, actual, LocalDate.ofInstant(at, zone));
    }

    private static Instant dayBegins(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
