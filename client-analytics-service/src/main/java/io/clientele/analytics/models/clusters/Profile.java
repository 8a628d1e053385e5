package io.clientele.analytics.models.clusters;

import java.util.ArrayList;
import java.util.List;

/** A cluster in words: how its centre stands to the mean of everybody, in standard deviations. */
final class Profile {

    private static final double FAR = 1.5;
    private static final double OFF = 0.5;

    private Profile() {}

    static String words(List<String> features, double[] centre) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < centre.length; i++) {
            String stands = stands(centre[i]);
            if (!stands.isEmpty()) {
                words.add(features.get(i) + " " + stands);
            }
        }
        return words.isEmpty() ? "average in everything" : String.join(", ", words);
    }

    private static String stands(double deviations) {
        if (Math.abs(deviations) < OFF) {
            return "";
        }
        return (Math.abs(deviations) >= FAR ? "far " : "") + (deviations > 0 ? "above" : "below") + " average";
    }
}
