package io.clientele.analytics.models.clusters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.DoublePoint;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;

/**
 * K-means++ (Arthur and Vassilvitskii 2007) with the number of clusters chosen by the mean silhouette. All randomness comes
 * from the seed: the same points in the same order give the same clusters. Of very many points a sample is clustered and
 * measured, and every point goes to the nearest centre.
 */
final class KMeans {

    private static final int MOST_CLUSTERED = 50_000;
    private static final int MOST_MEASURED = 2_000;
    private static final int MOST_ITERATIONS = 100;

    private KMeans() {}

    /**
     * Clusters of points.
     *
     * @param centres of each cluster
     * @param labels the cluster of each point
     * @param silhouettes the mean silhouette of each number of clusters tried
     * @param random the mean silhouette of labels drawn at random, as many as were chosen
     */
    record Clusters(double[][] centres, int[] labels, Map<Integer, Double> silhouettes, double random) {

        double silhouette() {
            return silhouettes.getOrDefault(centres.length, 0.0);
        }
    }

    /**
     * Clusters standardised points.
     *
     * @param points more than {@code most}
     */
    static Clusters of(double[][] points, long seed, int fewest, int most) {
        double[][] clustered = sample(points, MOST_CLUSTERED, seed);
        double[][] measured = sample(points, MOST_MEASURED, seed);
        Map<Integer, Double> silhouettes = new TreeMap<>();
        double[][] best = new double[0][];
        double bestSilhouette = Double.NEGATIVE_INFINITY;
        for (int number = fewest; number <= most; number++) {
            double[][] centres = centres(clustered, seed, number);
            double silhouette = Silhouette.mean(measured, labels(measured, centres), number);
            silhouettes.put(number, silhouette);
            if (silhouette > bestSilhouette) {
                best = centres;
                bestSilhouette = silhouette;
            }
        }
        double random = Silhouette.mean(measured, drawn(measured.length, best.length, seed), best.length);
        return new Clusters(best, labels(points, best), silhouettes, random);
    }

    private static double[][] centres(double[][] points, long seed, int number) {
        List<DoublePoint> all = new ArrayList<>();
        for (double[] point : points) {
            all.add(new DoublePoint(point));
        }
        KMeansPlusPlusClusterer<DoublePoint> clusterer =
                new KMeansPlusPlusClusterer<>(number, MOST_ITERATIONS, new EuclideanDistance(), new Well19937c(seed));
        List<CentroidCluster<DoublePoint>> clusters = clusterer.cluster(all);
        return clusters.stream()
                .map(cluster -> cluster.getCenter().getPoint())
                .sorted(Arrays::compare)
                .toArray(double[][]::new);
    }

    private static int[] labels(double[][] points, double[][] centres) {
        int[] labels = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            labels[i] = nearest(points[i], centres);
        }
        return labels;
    }

    private static int nearest(double[] point, double[][] centres) {
        int nearest = 0;
        for (int i = 1; i < centres.length; i++) {
            if (Silhouette.distance(point, centres[i]) < Silhouette.distance(point, centres[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Some of the points, drawn without replacement; all when there are not more. */
    private static double[][] sample(double[][] points, int atMost, long seed) {
        if (points.length <= atMost) {
            return points;
        }
        return new Random(seed)
                .ints(0, points.length)
                .distinct()
                .limit(atMost)
                .sorted()
                .mapToObj(i -> points[i])
                .toArray(double[][]::new);
    }

    private static int[] drawn(int points, int clusters, long seed) {
        return new Random(seed).ints(points, 0, clusters).toArray();
    }
}
