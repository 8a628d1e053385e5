package io.clientele.accountplan.approval.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.accountplan.approval.VersionDiff;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "VersionDifference", description = "A value two versions say differently.")
record DifferenceResponse(
        @Schema(
                description = "JSON Pointer into the content; elements of lists are named by their keys.",
                examples = "/plan/title")
        String pointer,

        @Schema(description = "What the older one says; absent where it has nothing there.", examples = "Payments hub")
        @Nullable
        String before,

        @Schema(
                description = "What the newer one says; absent where it has nothing there.",
                examples = "Payments hub for the Asian entities")
        @Nullable
        String after) {

    static DifferenceResponse from(VersionDiff.Difference difference) {
        return new DifferenceResponse(difference.pointer(), text(difference.before()), text(difference.after()));
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.asText();
    }
}
