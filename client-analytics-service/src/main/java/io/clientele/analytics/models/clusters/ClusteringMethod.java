package io.clientele.analytics.models.clusters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.analytics.models.InvalidModel;
import io.clientele.analytics.models.ModelKind;
import io.clientele.analytics.models.ModelMethod;
import io.clientele.analytics.models.clusters.ClusteringDefinition.Feature;
import io.clientele.analytics.segments.MeasuringClients;
import io.clientele.analytics.segments.rules.InvalidRule;
import io.clientele.analytics.segments.rules.Ranking;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleReader;
import io.clientele.platform.problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores clients by the cluster they fall into. Who lacks a feature is left out. */
@ApplicationScoped
class ClusteringMethod implements ModelMethod {

    private static final int SHOWN_DIGITS = 6;

    private final MeasuringClients measuring;
    private final ObjectMapper json;

    ClusteringMethod(MeasuringClients measuring, ObjectMapper json) {
        this.measuring = measuring;
        this.json = json;
    }

    @Override
    public ModelKind kind() {
        return ModelKind.CLUSTERING;
    }

    @Override
    public void check(JsonNode definition) {
        ClusteringDefinition clustering = read(definition);
        if (clustering.fewest() > clustering.most()) {
            throw new InvalidModel(List.of(new FieldError("/most", "is not below fewest")));
        }
        Map<String, Ranking.Of> features = features(clustering);
        if (features.size() < clustering.features().size()) {
            throw new InvalidModel(List.of(new FieldError("/features", "have names of their own")));
        }
        for (int i = 0; i < clustering.features().size(); i++) {
            try {
                measuring.check(value(clustering.features().get(i), i));
            } catch (InvalidRule refused) {
                throw InvalidModel.of(refused, "/rule/percentile/of", "/features/" + i + "/value");
            }
        }
    }

    @Override
    public Scored run(JsonNode definition, Instant asOf, @Nullable JsonNode former) {
        ClusteringDefinition clustering = read(definition);
        Map<String, Ranking.Of> features = features(clustering);
        List<String> clients = new ArrayList<>();
        List<double[]> raw = new ArrayList<>();
        long[] leftOut = new long[1];
        @Nullable String[] error = new String[1];
        measuring.measureAll(features, asOf, (client, measured) -> {
            if (measured.values().size() < features.size()) {
                leftOut[0]++;
                error[0] = error[0] == null ? measured.error() : error[0];
            } else {
                clients.add(client);
                raw.add(point(features, measured.values()));
            }
        });
        if (clients.size() <= clustering.most()) {
            ObjectNode none = json.createObjectNode();
            none.putArray("clusters");
            return new Scored(Map.of(), leftOut[0] + clients.size(), "too few clients have every feature", none);
        }
        return scored(clustering, List.copyOf(features.keySet()), clients, raw, former, leftOut[0], error[0]);
    }

    private static double[] point(Map<String, Ranking.Of> features, Map<String, BigDecimal> values) {
        return features.keySet().stream()
                .mapToDouble(
                        feature -> values.getOrDefault(feature, BigDecimal.ZERO).doubleValue())
                .toArray();
    }

    private Scored scored(
            ClusteringDefinition clustering,
            List<String> features,
            List<String> clients,
            List<double[]> raw,
            @Nullable JsonNode former,
            long leftOut,
            @Nullable String error) {
        Standardised standardised = Standardised.of(raw.toArray(double[][]::new));
        KMeans.Clusters clusters =
                KMeans.of(standardised.points(), clustering.seed(), clustering.fewest(), clustering.most());
        int[] sizes = new int[clusters.centres().length];
        for (int label : clusters.labels()) {
            sizes[label]++;
        }
        List<String> names = Labels.of(clusters.centres(), sizes, formerCentres(former, features, standardised));
        Map<String, JsonNode> byClient = new LinkedHashMap<>();
        for (int i = 0; i < clients.size(); i++) {
            byClient.put(clients.get(i), json.createObjectNode().put("cluster", names.get(clusters.labels()[i])));
        }
        return new Scored(byClient, leftOut, error, figures(features, standardised, clusters, sizes, names));
    }

    private ObjectNode figures(
            List<String> features,
            Standardised standardised,
            KMeans.Clusters clusters,
            int[] sizes,
            List<String> names) {
        ObjectNode figures = json.createObjectNode()
                .put("silhouette", rounded(clusters.silhouette()))
                .put("silhouetteOfRandomLabels", rounded(clusters.random()));
        ObjectNode tried = figures.putObject("silhouettes");
        clusters.silhouettes().forEach((number, silhouette) -> tried.put(number.toString(), rounded(silhouette)));
        var profiles = figures.putArray("clusters");
        for (int cluster = 0; cluster < names.size(); cluster++) {
            double[] centre = clusters.centres()[cluster];
            double[] raw = standardised.raw(centre);
            ObjectNode profile = profiles.addObject()
                    .put("name", names.get(cluster))
                    .put("clients", sizes[cluster])
                    .put("profile", Profile.words(features, centre));
            ObjectNode means = profile.putObject("means");
            ObjectNode deviations = profile.putObject("deviations");
            for (int feature = 0; feature < features.size(); feature++) {
                means.put(features.get(feature), raw[feature]);
                deviations.put(features.get(feature), rounded(centre[feature]));
            }
        }
        return figures;
    }

    /** The centres of the former run on this run's scale; none when it looked at other features. */
    private static Map<String, double[]> formerCentres(
            @Nullable JsonNode former, List<String> features, Standardised scale) {
        Map<String, double[]> centres = new LinkedHashMap<>();
        if (former == null) {
            return centres;
        }
        for (JsonNode cluster : former.path("clusters")) {
            JsonNode means = cluster.path("means");
            if (means.size() != features.size() || !features.stream().allMatch(means::has)) {
                return Map.of();
            }
            centres.put(
                    cluster.path("name").asText(),
                    scale.scaled(features.stream()
                            .mapToDouble(feature -> means.path(feature).asDouble())
                            .toArray()));
        }
        return centres;
    }

    private Map<String, Ranking.Of> features(ClusteringDefinition clustering) {
        Map<String, Ranking.Of> features = new LinkedHashMap<>();
        for (int i = 0; i < clustering.features().size(); i++) {
            features.put(
                    clustering.features().get(i).name(),
                    value(clustering.features().get(i), i));
        }
        return features;
    }

    /** The value as a rule that ranks by it. */
    private Ranking.Of value(Feature feature, int place) {
        ObjectNode rule = json.createObjectNode();
        rule.putObject("percentile").put("top", "1").set("of", feature.value());
        try {
            return ((Rule.Percentile) RuleReader.read(rule, "")).ranking().of();
        } catch (InvalidRule refused) {
            throw InvalidModel.of(refused, "/percentile/of", "/features/" + place + "/value");
        }
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(SHOWN_DIGITS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private ClusteringDefinition read(JsonNode definition) {
        try {
            return json.treeToValue(definition, ClusteringDefinition.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored definition is none of a clustering", unreadable);
        }
    }
}
