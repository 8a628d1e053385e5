package io.clientele.analytics.models.clusters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of clusters that stay from run to run: a cluster keeps the name of the former one whose centre lies nearest, the
 * nearest pair first; one left over gets a number not used before. In a first run the largest cluster is C1.
 */
final class Labels {

    private Labels() {}

    private record Pair(int cluster, String former, double distance) {}

    /**
     * The name of each cluster.
     *
     * @param centres of the clusters
     * @param sizes of the clusters
     * @param former the centres of the former run by name, on the same scale; empty = there was none
     */
    static List<String> of(double[][] centres, int[] sizes, Map<String, double[]> former) {
        String[] names = new String[centres.length];
        List<Pair> pairs = new ArrayList<>();
        for (int cluster = 0; cluster < centres.length; cluster++) {
            names[cluster] = "";
            for (Map.Entry<String, double[]> each : former.entrySet()) {
                pairs.add(new Pair(cluster, each.getKey(), Silhouette.distance(centres[cluster], each.getValue())));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::distance).thenComparing(Pair::former));
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (names[pair.cluster()].isEmpty() && taken.add(pair.former())) {
                names[pair.cluster()] = pair.former();
            }
        }
        int next = former.keySet().stream()
                        .mapToInt(name -> Integer.parseInt(name.substring(1)))
                        .max()
                        .orElse(0)
                + 1;
        for (int cluster : largestFirst(sizes)) {
            if (names[cluster].isEmpty()) {
                names[cluster] = "C" + next++;
            }
        }
        return List.of(names);
    }

    private static List<Integer> largestFirst(int[] sizes) {
        List<Integer> clusters = new ArrayList<>();
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            clusters.add(cluster);
        }
        clusters.sort(
                Comparator.<Integer>comparingInt(cluster -> -sizes[cluster]).thenComparing(cluster -> cluster));
        return clusters;
    }
}
