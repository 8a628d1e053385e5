package io.clientele.analytics.models.rfm;

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

/** What an RFM model looks at, and how its segments are named. */
@Schema(name = "RfmDefinition", description = "What an RFM model looks at, and how its segments are named.")
public record RfmDefinition(
        @NotNull
        @Schema(
                ref = "RfmActivity",
                description = "The activity looked at: type, where, field, currency, ratesOn, window.",
                required = true)
        JsonNode activity,

        @Min(2)
        @Max(10)
        @Schema(description = "Number of bins of each score, 2 to 10.", examples = "5", required = true)
        int bins,

        @NotEmpty
        @Size(max = 100)
        @Schema(description = "The named segments; of several that match a client the first wins.", required = true)
        List<@NotNull @Valid NamedSegment> segments) {

    public RfmDefinition {
        segments = segments == null ? List.of() : List.copyOf(segments);
    }

    /** A name for clients whose three scores lie in ranges. */
    @Schema(name = "RfmSegment", description = "A name for clients whose three scores lie in ranges.")
    public record NamedSegment(
            @NotBlank @Size(max = 64) @Schema(description = "The name.", examples = "Champions", required = true)
            String name,

            @NotNull @Valid @Schema(description = "Recency scores; the highest is the latest.", required = true)
            ScoreRange recency,

            @NotNull @Valid @Schema(description = "Frequency scores.", required = true)
            ScoreRange frequency,

            @NotNull @Valid @Schema(description = "Monetary scores.", required = true)
            ScoreRange monetary) {

        boolean holds(Score score) {
            return recency.holds(score.recency())
                    && frequency.holds(score.frequency())
                    && monetary.holds(score.monetary());
        }
    }

    /** Scores from the lowest to the highest, both included. */
    @Schema(name = "RfmScoreRange", description = "Scores from the lowest to the highest, both included.")
    public record ScoreRange(
            @Min(1) @Schema(description = "The lowest.", examples = "4", required = true)
            int from,

            @Min(1) @Schema(description = "The highest.", examples = "5", required = true)
            int to) {

        boolean holds(int score) {
            return from <= score && score <= to;
        }
    }
}
