package io.clientele.analytics.lists.api;

import io.clientele.analytics.lists.ListVersion;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ClientListVersion", description = "An upload of a list, and what became of its lines.")
record ListVersionResponse(
        @Schema(description = "Number of the version.", examples = "2")
        int number,

        @Schema(description = "Who uploaded it.", examples = "analyst-svoboda")
        String uploadedBy,

        @Schema(description = "From when it is in force, until the next one is.", examples = "1994-03-31T22:00:00Z")
        Instant inForceFrom,

        @Schema(description = "Lines of the file, empty ones and the header left out.", examples = "120")
        long lines,

        @Schema(description = "Clients on the list.", examples = "117")
        long clients,

        @Schema(description = "Lines that named a client again.", examples = "1")
        long duplicates,

        @Schema(description = "Lines that named no known client; see the version's rejections.", examples = "2")
        long rejected) {

    static ListVersionResponse from(ListVersion version) {
        return new ListVersionResponse(
                version.number(),
                version.uploadedBy(),
                version.inForceFrom(),
                version.lines(),
                version.clients(),
                version.duplicates(),
                version.rejected());
    }
}
