package io.clientele.analytics.segments;

import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.evaluation.Evaluator;
import io.clientele.analytics.segments.evaluation.Inputs;
import io.clientele.analytics.segments.evaluation.Verdict;
import io.clientele.analytics.segments.membership.BankSettings;
import io.clientele.analytics.segments.membership.ClientHistories;
import io.clientele.analytics.segments.membership.Memberships;
import io.clientele.analytics.segments.membership.ReferenceInputs;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a client is, or is not, in a segment: today or on a past date. */
@ApplicationScoped
public class ExplainingMembership {

    private final Segments segments;
    private final SegmentVersions versions;
    private final RuleText rules;
    private final ClientHistories histories;
    private final ReferenceInputs references;
    private final Memberships memberships;
    private final BankSettings bank;
    private final Clock clock;

    ExplainingMembership(
            Segments segments,
            SegmentVersions versions,
            RuleText rules,
            ClientHistories histories,
            ReferenceInputs references,
            Memberships memberships,
            BankSettings bank,
            Clock clock) {
        this.segments = segments;
        this.versions = versions;
        this.rules = rules;
        this.histories = histories;
        this.references = references;
        this.memberships = memberships;
        this.bank = bank;
        this.clock = clock;
    }

    /**
     * The verdict and its reasons.
     *
     * @param version the version in force at that instant
     * @param asOf the instant judged
     * @param member whether the client was kept as a member at that instant
     * @param verdict what the rule says of that instant by what is known today
     */
    public record Explanation(
            UUID segmentId, int version, String clientId, Instant asOf, boolean member, Verdict verdict) {}

    /**
     * Judges the client by the version that was in force.
     *
     * @param asOf null = now
     * @throws ProblemException 404 for an unknown segment or client, 409 {@code segment-not-in-force} when no version was in
     *     force at that instant, 422 {@code as-of-in-future}
     */
    @Transactional
    public Explanation explain(UUID segmentId, String clientId, @Nullable Instant asOf) {
        segments.get(segmentId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = asOf == null ? now : asOf.truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(now)) {
            throw ProblemException.ruleViolated(
                    "as-of-in-future",
                    "asOf lies in the future of the business clock.",
                    new FieldError("query:asOf", "is not after now"));
        }
        SegmentVersion version = versions.inForce(segmentId, at)
                .orElseThrow(() -> ProblemException.conflict(
                        "segment-not-in-force", "No version of the segment was in force at that instant."));
        Rule rule = rules.rule(version);
        ClientHistory client = histories.load(List.of(clientId), List.of(rule), at).stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        Set<UUID> memberOf = memberships.memberOf(clientId, at);
        Inputs inputs = new Inputs(bank.zone(), memberOf, references.load(List.of(rule), List.of(clientId)));
        Verdict verdict = Evaluator.judge(rule, client, inputs, at);
        return new Explanation(segmentId, version.number(), clientId, at, memberOf.contains(segmentId), verdict);
    }
}
