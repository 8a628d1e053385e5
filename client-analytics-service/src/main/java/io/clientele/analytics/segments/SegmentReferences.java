package io.clientele.analytics.segments;

import io.clientele.analytics.lists.ClientLists;
import io.clientele.analytics.scores.Scores;
import io.clientele.analytics.segments.rules.ClientFields;
import io.clientele.analytics.segments.rules.InvalidRule;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import io.clientele.platform.problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules that refer to other segments, which must exist, must not have ended, and must not lead back, or to lists. */
@ApplicationScoped
class SegmentReferences {

    private final Segments segments;
    private final SegmentVersions versions;
    private final RuleText rules;
    private final ClientLists lists;
    private final Scores scores;

    SegmentReferences(Segments segments, SegmentVersions versions, RuleText rules, ClientLists lists, Scores scores) {
        this.segments = segments;
        this.versions = versions;
        this.rules = rules;
        this.lists = lists;
        this.scores = scores;
    }

    /**
     * Passes when every reference of {@code rule} may stand.
     *
     * @param segmentId the segment the rule is for; null for one that does not exist yet
     * @throws InvalidRule 422, pointing to each reference that may not
     */
    void check(@Nullable UUID segmentId, Rule rule) {
        Map<String, UUID> references = new LinkedHashMap<>();
        List<FieldError> findings = new ArrayList<>();
        RuleInputs.located(rule, "/rule").forEach((pointer, leaf) -> {
            if (leaf instanceof Rule.Segment segment) {
                references.put(pointer + "/id", segment.id());
            } else if (leaf instanceof Rule.Listed list && !lists.has(list.id())) {
                findings.add(new FieldError(pointer + "/id", "is no client list"));
            } else if (RuleInputs.score(leaf) instanceof ClientFields.Score score && !scores.hasModel(score.model())) {
                findings.add(new FieldError(pointer + "/path", "names no model"));
            }
        });
        Map<UUID, Set<UUID>> edges = references.isEmpty() ? Map.of() : edges();
        references.forEach((pointer, id) -> {
            Segment other = segments.findById(id);
            if (other == null || other.state() == SegmentState.RETIRED) {
                findings.add(new FieldError(pointer, "is no segment that can have members"));
            } else if (segmentId != null && leadsTo(segmentId, id, edges, new HashSet<>())) {
                findings.add(new FieldError(
                        pointer, "leads back to this segment, directly or through others; a cycle has no meaning"));
            }
        });
        if (!findings.isEmpty()) {
            throw new InvalidRule(findings);
        }
    }

    /** The names of the segments whose approved or active rule refers to {@code id}. */
    List<String> referringTo(UUID id) {
        return dependingOn(id).stream()
                .filter(Dependent::direct)
                .map(Dependent::name)
                .toList();
    }

    /** The segments whose approved or active rule refers to {@code id}, itself or through others, by name. */
    List<Dependent> dependingOn(UUID id) {
        Map<UUID, Set<UUID>> edges = edges();
        return edges.entrySet().stream()
                .filter(rule -> leadsTo(id, rule.getKey(), edges, new HashSet<>()))
                .filter(rule -> !rule.getKey().equals(id))
                .map(rule -> new Dependent(
                        rule.getKey(),
                        segments.get(rule.getKey()).name(),
                        rule.getValue().contains(id)))
                .sorted(Comparator.comparing(Dependent::name))
                .toList();
    }

    private Map<UUID, Set<UUID>> edges() {
        Map<UUID, Set<UUID>> edges = new HashMap<>();
        for (SegmentVersion version : versions.approvedOrActive()) {
            edges.computeIfAbsent(version.segmentId(), first -> new HashSet<>())
                    .addAll(RuleInputs.segments(rules.rule(version)));
        }
        return edges;
    }

    private static boolean leadsTo(UUID target, UUID from, Map<UUID, Set<UUID>> edges, Set<UUID> seen) {
        if (from.equals(target)) {
            return true;
        }
        return seen.add(from)
                && edges.getOrDefault(from, Set.of()).stream().anyMatch(next -> leadsTo(target, next, edges, seen));
    }
}
