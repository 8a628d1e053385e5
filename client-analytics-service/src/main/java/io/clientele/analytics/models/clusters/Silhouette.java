package io.clientele.analytics.models.clusters;

/**
 * How well points sit in their clusters (Rousseeuw 1987): for each point (b - a) / max(a, b), with a the mean distance to its own
 * cluster's others and b that to the nearest other cluster; from -1 to 1, 0 for a point alone in its cluster.
 */
final class Silhouette {

    private Silhouette() {}

    /**
     * The mean over all points.
     *
     * @param points at least two
     * @param labels the cluster of each, 0 to {@code clusters} - 1
     */
    static double mean(double[][] points, int[] labels, int clusters) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += of(i, points, labels, clusters);
        }
        return sum / points.length;
    }

    private static double of(int point, double[][] points, int[] labels, int clusters) {
        double[] distances = new double[clusters];
        int[] sizes = new int[clusters];
        for (int other = 0; other < points.length; other++) {
            if (other != point) {
                distances[labels[other]] += distance(points[point], points[other]);
                sizes[labels[other]]++;
            }
        }
        int own = labels[point];
        if (sizes[own] == 0) {
            return 0;
        }
        double within = distances[own] / sizes[own];
        double nearest = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < clusters; cluster++) {
            if (cluster != own && sizes[cluster] > 0) {
                nearest = Math.min(nearest, distances[cluster] / sizes[cluster]);
            }
        }
        double greater = Math.max(within, nearest);
        return greater == 0 || Double.isInfinite(nearest) ? 0 : (nearest - within) / greater;
    }

    static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = one[i] - other[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
