package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.time.Instant;

/** Judges a {@code list} node by the version of the list in force. Before the first one nobody is on it. */
final class Listing {

    private Listing() {}

    static Verdict.OfValue judge(Rule.Listed rule, String clientId, Inputs inputs, Instant at) {
        Dated<ClientList> versions = inputs.references().list(rule.id());
        ClientList version = versions.at(at);
        return new Verdict.OfValue(
                rule,
                Outcome.of(version != null && version.clientIds().contains(clientId)),
                versions.changesAfter(at),
                version == null ? null : new Value.Decimal(BigDecimal.valueOf(version.number())));
    }
}
