package io.clientele.analytics.models.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.analytics.segments.PublicData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KMeansTest {

    @Test
    void threeHeapsAreFoundAndTheirNumberToo() {
        double[][] points = heaps(7, 60);

        KMeans.Clusters clusters = KMeans.of(points, 42, 2, 6);

        assertThat(clusters.centres()).hasNumberOfRows(3);
        assertThat(clusters.silhouette()).isGreaterThan(0.8);
        for (int i = 0; i < points.length; i++) {
            assertThat(clusters.labels()[i]).isEqualTo(clusters.labels()[i % 3]);
        }
    }

    @Test
    void theSameSeedGivesTheSameClustersAndTheyBeatRandomLabels() {
        double[][] points = Standardised.of(bankMarketing(3_000)).points();

        KMeans.Clusters once = KMeans.of(points, 42, 2, 6);
        KMeans.Clusters again = KMeans.of(points, 42, 2, 6);

        assertThat(again.labels()).isEqualTo(once.labels());
        assertThat(again.centres()).isDeepEqualTo(once.centres());
        assertThat(again.silhouettes()).isEqualTo(once.silhouettes());
        assertThat(once.silhouette()).isGreaterThan(0.2);
        assertThat(once.random()).isLessThan(0.01);
    }

    /** By hand: a = 1 and b = 9.5 of the outer points, b = 8.5 of the inner ones. */
    @Test
    void aSilhouetteComparesTheOwnClusterWithTheNearestOther() {
        double[][] points = {{0}, {1}, {9}, {10}};
        double outer = (9.5 - 1) / 9.5;
        double inner = (8.5 - 1) / 8.5;

        assertThat(Silhouette.mean(points, new int[] {0, 0, 1, 1}, 2)).isCloseTo((outer + inner) / 2, within(1e-12));
        assertThat(Silhouette.mean(points, new int[] {0, 0, 0, 1}, 2)).isLessThan(0.8);
    }

    @Test
    void aClusterKeepsItsNameAndANewOneGetsANewNumber() {
        assertThat(Labels.of(new double[][] {{0}, {5}}, new int[] {10, 20}, Map.of()))
                .containsExactly("C2", "C1");
        assertThat(Labels.of(
                        new double[][] {{5.2}, {0.1}, {9}},
                        new int[] {10, 20, 30},
                        Map.of("C1", new double[] {5}, "C2", new double[] {0})))
                .containsExactly("C1", "C2", "C3");
        assertThat(Labels.of(
                        new double[][] {{0.4}, {0.1}},
                        new int[] {10, 20},
                        Map.of("C1", new double[] {5}, "C2", new double[] {0})))
                .containsExactly("C1", "C2");
    }

    @Test
    void aProfileSaysWhatIsOffTheAverage() {
        List<String> features = List.of("spend", "visits", "age");

        assertThat(Profile.words(features, new double[] {1.5, -0.5, 0.49}))
                .isEqualTo("spend far above average, visits below average");
        assertThat(Profile.words(features, new double[] {0, 0, 0})).isEqualTo("average in everything");
    }

    @Test
    void aFeatureThatIsTheSameForEverybodyDoesNotMatter() {
        Standardised standardised = Standardised.of(new double[][] {{1, 7}, {3, 7}});

        assertThat(standardised.points()).isDeepEqualTo(new double[][] {{-1, 0}, {1, 0}});
        assertThat(standardised.raw(new double[] {1, 0})).containsExactly(3, 7);
    }

    private static double[][] heaps(long seed, int points) {
        Random random = new Random(seed);
        double[][] heaps = new double[points][];
        for (int i = 0; i < points; i++) {
            heaps[i] = new double[] {10 * (i % 3) + random.nextGaussian(), 5 * (i % 3) + random.nextGaussian()};
        }
        return heaps;
    }

    private static double[][] bankMarketing(int atMost) {
        List<double[]> clients = new ArrayList<>();
        PublicData.rows("bank-marketing/bank-full.csv")
                .limit(atMost)
                .forEach(row -> clients.add(new double[] {
                    Double.parseDouble(row.get("age")),
                    Math.cbrt(Double.parseDouble(row.get("balance"))),
                    row.get("housing").equals("yes") ? 1 : 0,
                    row.get("loan").equals("yes") ? 1 : 0
                }));
        return clients.toArray(double[][]::new);
    }
}
