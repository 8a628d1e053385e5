package io.clientele.analytics.statistics;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The population stability index of a mix of clients against an earlier one (Siddiqi 2006): the sum over all groups of
 * (now - then) * ln(now / then), of shares. Half a client is added to each group, so that one that came or went counts and
 * does not make the index infinite.
 */
public record PopulationStability(double index) {

    private static final double HALF = 0.5;

    /** What an index means. */
    public enum Band {
        /** Below 0.1. */
        STABLE,
        /** From 0.1 to 0.25. */
        MODERATE,
        /** Above 0.25. */
        MAJOR
    }

    /**
     * Compares two mixes.
     *
     * @param then clients by group
     * @param now clients by group
     */
    public static PopulationStability of(Map<String, Long> then, Map<String, Long> now) {
        Set<String> groups = new TreeSet<>(then.keySet());
        groups.addAll(now.keySet());
        double index = 0;
        for (String group : groups) {
            double before = share(group, then, groups.size());
            double after = share(group, now, groups.size());
            index += (after - before) * Math.log(after / before);
        }
        return new PopulationStability(index);
    }

    /** What the index means. */
    public Band band() {
        if (index < 0.1) {
            return Band.STABLE;
        }
        return index <= 0.25 ? Band.MODERATE : Band.MAJOR;
    }

    private static double share(String group, Map<String, Long> counts, int groups) {
        double total = counts.values().stream().mapToLong(Long::longValue).sum() + HALF * groups;
        return (counts.getOrDefault(group, 0L) + HALF) / total;
    }
}
