package io.clientele.accountplan.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template writes: every value ready for a reader, every chart drawn.
 *
 * @param story the plan in a few sentences
 * @param missing why there are no figures; null where there are
 * @param verdict RED, AMBER or GREEN
 */
public record DocumentView(
        String title,
        String client,
        String status,
        List<Pair> facts,
        List<String> story,
        List<Tile> tiles,
        @Nullable String missing,
        @Nullable String exposure,
        @Nullable String ladder,
        @Nullable String budget,
        @Nullable String wallet,
        List<Pair> returns,
        List<ObjectiveRow> objectives,
        List<OpportunityBlock> opportunities,
        @Nullable String people,
        String verdict,
        List<CoverageRow> coverage,
        List<SwotBox> swot,
        List<Row> commitments,
        List<Row> actions,
        List<Row> signOffs,
        String footer) {

    /** A name with its value. */
    public record Pair(String name, String value) {}

    /** A figure to be seen first. */
    public record Tile(String value, String name, String note) {}

    /** An objective. */
    public record ObjectiveRow(
            String statement,
            String owner,
            String baseline,
            String target,
            String due,
            String smart,
            String progress) {}

    /** An opportunity with the chart of its critical path. */
    public record OpportunityBlock(
            String title, String line, @Nullable String chart) {}

    /** One role in one country. */
    public record CoverageRow(String country, String role, String contacts, String lastMet, String gap) {}

    /** A quarter of the SWOT. */
    public record SwotBox(String name, List<String> items) {}

    /** A line of a table of four columns. */
    public record Row(String one, String two, String three, String four) {}
}
