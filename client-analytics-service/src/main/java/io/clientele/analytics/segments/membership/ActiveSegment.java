package io.clientele.analytics.segments.membership;

import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import java.util.Set;
import java.util.UUID;

/**
 * A segment with the version in force.
 *
 * @param activityTypes the types of activity the rule looks at
 * @param refersTo the segments whose membership the rule asks for
 */
public record ActiveSegment(
        UUID id, String name, int version, Rule rule, Set<String> activityTypes, Set<UUID> refersTo) {

    RuleVersion ruleVersion() {
        return new RuleVersion(id, name, version);
    }

    static ActiveSegment of(UUID id, String name, int version, Rule rule) {
        return new ActiveSegment(id, name, version, rule, RuleInputs.activityTypes(rule), RuleInputs.segments(rule));
    }
}
