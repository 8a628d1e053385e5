package io.clientele.analytics.segments.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.analytics.segments.membership.CutPointTable.Computation;
import io.clientele.analytics.segments.rules.RuleWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CutPoints", description = "The cut points of a percentile, as computed at one time.")
record CutPointsResponse(
        @Schema(ref = "PercentileRanking", description = "What is ranked, in canonical form.")
        JsonNode ranking,

        @Schema(description = "Number of the computation, from 1.", examples = "3")
        int number,

        @Schema(
                description = "The instant whose values were ranked; in force from then until the next computation.",
                examples = "1994-03-31T22:00:00Z")
        Instant asOf,

        @Schema(description = "Clients ranked.", examples = "1229")
        long clients,

        @Schema(description = "Clients who could not be ranked because an input was in error.", examples = "0")
        long undetermined,

        @Schema(description = "The peer groups; one without a name where all clients are peers.")
        List<PeerGroup> groups) {

    @Schema(name = "PeerGroup", description = "The cut points of a peer group.")
    record PeerGroup(
            @Schema(description = "Value of the field that makes peers; empty where all are.", examples = "Pisek")
            String name,

            @Schema(description = "Clients ranked in it.", examples = "21")
            long clients,

            @Schema(
                    description = "By quantile in per cent (type 7), the value there as a decimal string.",
                    examples = "{\"90\": \"12500.5\"}")
            Map<String, String> cuts) {}

    static CutPointsResponse from(Computation computation) {
        List<PeerGroup> groups = new TreeMap<>(computation.groups())
                .entrySet().stream()
                        .map(group -> new PeerGroup(
                                group.getKey(),
                                group.getValue().clients(),
                                cuts(group.getValue().cuts())))
                        .toList();
        return new CutPointsResponse(
                RuleWriter.write(computation.ranking()),
                computation.number(),
                computation.asOf(),
                computation.clients(),
                computation.undetermined(),
                groups);
    }

    private static Map<String, String> cuts(Map<BigDecimal, BigDecimal> cuts) {
        Map<String, String> shown = new TreeMap<>();
        cuts.forEach((percent, cut) ->
                shown.put(percent.toPlainString(), cut.stripTrailingZeros().toPlainString()));
        return shown;
    }
}
