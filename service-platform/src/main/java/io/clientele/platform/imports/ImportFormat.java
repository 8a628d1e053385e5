package io.clientele.platform.imports;

import io.clientele.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How the lines of an import are written. */
public enum ImportFormat {
    /** One JSON object a line. */
    NDJSON,
    /** A header naming the fields ({@code data.amount} for a nested one), then one record a line, RFC 4180 without line breaks inside fields. */
    CSV;

    /** The media type of NDJSON. */
    public static final String NDJSON_TYPE = "application/x-ndjson";

    /** The media type of CSV. */
    public static final String CSV_TYPE = "text/csv";

    /**
     * @throws ProblemException 400 for another media type
     */
    public static ImportFormat of(@Nullable String mediaType) {
        if (mediaType != null && mediaType.startsWith(NDJSON_TYPE)) {
            return NDJSON;
        }
        if (mediaType != null && mediaType.startsWith(CSV_TYPE)) {
            return CSV;
        }
        throw ProblemException.malformed(
                "import-format-unknown", "Send " + NDJSON_TYPE + " or " + CSV_TYPE + " with UTF-8 text.");
    }
}
