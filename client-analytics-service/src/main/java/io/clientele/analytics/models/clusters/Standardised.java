package io.clientele.analytics.models.clusters;

/**
 * Points on a scale on which every feature has mean 0 and standard deviation 1 over all clients; one that is the same for
 * everybody is 0.
 */
record Standardised(double[][] points, double[] means, double[] deviations) {

    static Standardised of(double[][] raw) {
        int features = raw[0].length;
        double[] means = new double[features];
        double[] deviations = new double[features];
        for (int feature = 0; feature < features; feature++) {
            for (double[] point : raw) {
                means[feature] += point[feature] / raw.length;
            }
            for (double[] point : raw) {
                double difference = point[feature] - means[feature];
                deviations[feature] += difference * difference / raw.length;
            }
            deviations[feature] = Math.sqrt(deviations[feature]);
        }
        double[][] points = new double[raw.length][];
        for (int i = 0; i < raw.length; i++) {
            points[i] = scale(raw[i], means, deviations);
        }
        return new Standardised(points, means, deviations);
    }

    /** A point of the raw scale on this one. */
    double[] scaled(double[] raw) {
        return scale(raw, means, deviations);
    }

    /** A point of this scale on the raw one. */
    double[] raw(double[] scaled) {
        double[] raw = new double[scaled.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = means[i] + scaled[i] * deviations[i];
        }
        return raw;
    }

    private static double[] scale(double[] raw, double[] means, double[] deviations) {
        double[] scaled = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            scaled[i] = deviations[i] == 0 ? 0 : (raw[i] - means[i]) / deviations[i];
        }
        return scaled;
    }
}
