package io.clientele.accountplan.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the template of a portfolio writes: every value ready for a reader, every chart drawn. */
public record PortfolioView(
        String title,
        String status,
        List<DocumentView.Tile> tiles,
        @Nullable String products,
        @Nullable String countries,
        List<Row> rows,
        Row total,
        String footer) {

    /** A client, or all of them. */
    public record Row(
            String client,
            String tier,
            String country,
            String plans,
            String limit,
            String drawn,
            String revenue,
            String pipeline) {}
}
