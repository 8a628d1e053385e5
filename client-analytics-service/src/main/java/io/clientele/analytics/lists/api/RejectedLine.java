package io.clientele.analytics.lists.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RejectedListLine", description = "A line of an upload that was not taken.")
record RejectedLine(
        @Schema(description = "Number of the line, from 1, empty ones and the header left out.", examples = "17")
        long line,

        @Schema(description = "Stable code.", examples = "client-unknown")
        String code,

        @Schema(description = "What is wrong.", examples = "names no client known here")
        String detail) {

    static RejectedLine at(long line) {
        return new RejectedLine(line, "client-unknown", "names no client known here");
    }
}
