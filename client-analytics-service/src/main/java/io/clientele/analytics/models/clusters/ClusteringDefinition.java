package io.clientele.analytics.models.clusters;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients are compared by, and how many clusters are tried. */
@Schema(name = "ClusteringDefinition", description = "What clients are compared by, and how many clusters are tried.")
public record ClusteringDefinition(
        @NotEmpty
        @Size(max = 20)
        @Schema(description = "What clients are compared by, each standardised.", required = true)
        List<@NotNull @Valid Feature> features,

        @Schema(description = "Seed of the draw of first centres; the same seed, the same clusters.", examples = "42")
        long seed,

        @Min(2) @Max(20) @Schema(description = "The fewest clusters tried.", examples = "2", required = true)
        int fewest,

        @Min(2)
        @Max(20)
        @Schema(
                description = "The most clusters tried; the best mean silhouette wins.",
                examples = "8",
                required = true)
        int most) {

    public ClusteringDefinition {
        features = features == null ? List.of() : List.copyOf(features);
    }

    /** A value clients are compared by. */
    @Schema(name = "ClusteringFeature", description = "A value clients are compared by.")
    public record Feature(
            @NotBlank
            @Size(max = 64)
            @Schema(description = "Name, as the profile says it.", examples = "spend", required = true)
            String name,

            @NotNull @Schema(ref = "RankedValue", required = true)
            JsonNode value) {}
}
